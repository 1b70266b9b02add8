package vn.canhbao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.report.Statistics.Division;
import vn.canhbao.report.Statistics.Line;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StatisticsReaderIT {

    private static final Instant EARLY = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-20T01:00:00Z");

    private final TestDatabase.Opened database;
    private SentPeriod sent;
    private long campaign;
    private long wave;

    StatisticsReaderIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void sendTwoCampaigns() {
        sent = new SentPeriod(database);
        long commune = sent.unit("Xã Mỹ An Hưng");
        campaign = sent.campaign("Cảnh giác");
        wave = sent.wave(campaign, EARLY);
        List<Long> delivered = sent.messages(wave, commune, "VIETTEL", "DELIVERED", true, 10);
        for (Long message : delivered) {
            database.jdbc()
                    .sql("UPDATE message SET final_at = ? WHERE id = ?")
                    .params(Utc.column(SampleReport.NOW.plusSeconds(4)), message)
                    .update();
        }
        database.jdbc()
                .sql(
                        "INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text) VALUES (?, ?, 1, '84960000000', ?, 'ok')")
                .params(delivered.getFirst(), campaign, Utc.column(SampleReport.NOW))
                .update();
        sent.messages(wave, null, "MOBIFONE", "EXPIRED", true, 3);
        sent.messages(sent.wave(sent.campaign("Nhắc lại"), LATE), commune, "VIETTEL", "DELIVERED", true, 7);
        sent.messages(
                sent.wave(campaign, Instant.parse("2026-10-05T01:00:00Z")), commune, "VIETTEL", "DELIVERED", true, 4);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyDivisionAddsUpToTheTotal() {
        Statistics statistics = read();

        assertThat(statistics.total().figures().planned()).isEqualTo(20);
        assertThat(statistics.total().acknowledged()).isEqualTo(1);
        assertThat(statistics.before().figures().planned()).isEqualTo(4);
        for (Division division : Division.values()) {
            List<Line> lines = statistics.by(division);
            assertThat(lines.stream().map(Line::figures).reduce(Figures.NONE, Figures::plus))
                    .as(division.name())
                    .isEqualTo(statistics.total().figures());
            assertThat(lines.stream().mapToLong(Line::acknowledged).sum())
                    .as(division.name())
                    .isEqualTo(1);
        }
    }

    @Test
    void reportsSayTheSame() {
        StoredStatistics stored = new StoredStatistics(database);
        ReportFacts facts = stored.reports().read(ReportPeriod.parse("2026-11"));
        Statistics statistics = stored.statistics().read(ReportPeriod.parse("2026-11"));

        assertThat(facts.total()).isEqualTo(statistics.total().figures());
        assertThat(facts.people()).isEqualTo(statistics.people()).isEqualTo(20);
        assertThat(facts.peopleConfirmed())
                .isEqualTo(statistics.peopleConfirmed())
                .isEqualTo(17);
        assertThat(facts.acknowledged()).isEqualTo(statistics.total().acknowledged());
        assertThat(facts.failures()).isEqualTo(statistics.failures());
    }

    @Test
    void timesAreToldOfConfirmedMessages() {
        Line line = read().campaigns().getFirst();

        assertThat(line.campaign()).isEqualTo(campaign);
        assertThat(line.p50()).isCloseTo(4, within(0.25));
        assertThat(line.p95()).isCloseTo(4, within(0.25));
    }

    @Test
    void aTariffCountsFromItsDay() {
        database.jdbc()
                .sql(
                        "INSERT INTO operator_tariff (operator_code, valid_from, vnd_per_segment, changed_by, changed_at) VALUES ('VIETTEL', '2026-11-10', 500, 'a', ?)")
                .param(Utc.column(SampleReport.NOW))
                .update();

        Statistics statistics = read();

        // 20 segments at the configured 350.5, then 14 at the tariff's 500; MobiFone has no price.
        assertThat(statistics.total().figures().cost()).isEqualByComparingTo(new BigDecimal("14010"));
        assertThat(statistics.units().stream()
                        .map(line -> line.figures().cost())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(new BigDecimal("14010"));
    }

    @Test
    void daysWithoutAWarningAreShownToo() {
        List<Line> days = read().periods();

        assertThat(days).hasSize(30);
        assertThat(days.get(1).figures().planned()).isEqualTo(13);
        assertThat(days.getFirst().figures()).isEqualTo(Figures.NONE);
    }

    @Test
    void figuresOfAWaveOnItsWayBearTheTimeOfTheirCount() {
        database.jdbc()
                .sql("UPDATE wave SET status = 'RUNNING' WHERE id = ?")
                .param(wave)
                .update();
        StoredStatistics stored = new StoredStatistics(database);

        assertThat(stored.statistics().read(ReportPeriod.parse("2026-11")).asOf())
                .isEqualTo(EARLY);
    }

    private Statistics read() {
        StoredStatistics stored = new StoredStatistics(database);
        stored.kept().keeper().refreshAll();
        return stored.statistics().read(ReportPeriod.parse("2026-11"));
    }
}
