package vn.canhbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.statistics.FailureReason;
import vn.canhbao.report.ReportFacts.FailureCount;
import vn.canhbao.report.ReportFacts.Row;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportFactsReaderIT {

    private static final Instant NOVEMBER = Instant.parse("2026-11-10T01:00:00Z");

    private final TestDatabase.Opened database;
    private ReportFacts facts;

    ReportFactsReaderIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void sendTwoCampaigns() {
        SentPeriod sent = new SentPeriod(database);
        long commune = sent.unit("Xã Mỹ An Hưng");
        long first = sent.campaign("Cảnh giác");
        long wave = sent.wave(first, NOVEMBER);
        sent.messages(wave, commune, "VIETTEL", "DELIVERED", true, 5);
        sent.messages(wave, null, "VIETTEL", "PARTLY_DELIVERED", true, 1);
        sent.segment(
                sent.messages(wave, commune, "MOBIFONE", "FAILED", false, 1).getFirst(), 0x0B, null);
        sent.segment(sent.messages(wave, commune, "MOBIFONE", "FAILED", true, 1).getFirst(), 0, "UNDELIVERABLE");
        sent.messages(wave, null, "MOBIFONE", "EXPIRED", false, 2);
        sent.messages(wave, null, "MOBIFONE", "SUPPRESSED", false, 1);
        // The last millisecond of November and the first of December, in Viet Nam.
        long second = sent.campaign("Nhắc lại");
        sent.messages(
                sent.wave(second, Instant.parse("2026-11-30T16:59:59.999Z")), commune, "VIETTEL", "UNKNOWN", true, 3);
        sent.messages(
                sent.wave(second, Instant.parse("2026-11-30T17:00:00Z")), commune, "VIETTEL", "DELIVERED", true, 7);
        // The month before, and replies of our own.
        sent.messages(
                sent.wave(first, Instant.parse("2026-10-05T01:00:00Z")), commune, "VIETTEL", "DELIVERED", true, 4);
        long replies = sent.campaign("Da ghi nhan");
        database.jdbc()
                .sql("UPDATE campaign SET automatic = TRUE WHERE id = ?")
                .param(replies)
                .update();
        sent.messages(sent.wave(replies, NOVEMBER), null, "VIETTEL", "DELIVERED", true, 2);
        database.jdbc().sql("""
                        INSERT INTO warning_notice (campaign_id, topic, status, message_type, changed_at)
                        VALUES (?, 'Lừa đảo trực tuyến', 'EXERCISE', 'ALERT', CURRENT_TIMESTAMP)
                        """).param(second).update();
        facts = new StoredStatistics(database).reports().read(ReportPeriod.parse("2026-11"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void wavesOfTheMonthAreCountedAndNoOthers() {
        Figures total = facts.total();
        assertThat(total.planned()).isEqualTo(14);
        assertThat(total.confirmed()).isEqualTo(5);
        assertThat(total.partly()).isEqualTo(1);
        assertThat(total.undelivered()).isEqualTo(4);
        assertThat(total.unclear()).isEqualTo(3);
        assertThat(total.withheld()).isEqualTo(1);
        assertThat(total.submitted()).isEqualTo(10);
        assertThat(total.segments()).isEqualTo(20);
        assertThat(facts.people()).isEqualTo(14);
        assertThat(facts.peopleConfirmed()).isEqualTo(5);
        assertThat(facts.before().total().planned()).isEqualTo(4);
    }

    @Test
    void everyTableAddsUpToTheTotal() {
        for (List<Row> rows : List.of(facts.operators(), facts.units(), facts.topics())) {
            assertThat(rows.stream().map(Row::figures).reduce(Figures.NONE, Figures::plus))
                    .isEqualTo(facts.total());
        }
        assertThat(facts.campaigns().stream()
                        .map(ReportFacts.SentCampaign::figures)
                        .reduce(Figures.NONE, Figures::plus))
                .isEqualTo(facts.total());
        assertThat(facts.failures().stream().mapToLong(FailureCount::messages).sum())
                .isEqualTo(facts.total().undelivered());
    }

    @Test
    void rowsBearTheNamesThatPeopleKnow() {
        assertThat(facts.operators()).extracting(Row::name).containsExactly("Viettel", "MobiFone");
        assertThat(facts.units()).extracting(Row::name).containsExactly("Xã Mỹ An Hưng", "Không thuộc đơn vị nào");
        assertThat(facts.topics()).extracting(Row::name).containsExactly("Cảnh báo", "Lừa đảo trực tuyến");
    }

    @Test
    void failuresAreToldInReasons() {
        assertThat(facts.failures())
                .containsExactlyInAnyOrder(
                        new FailureCount(FailureReason.EXPIRED_HERE, 2),
                        new FailureCount(FailureReason.NUMBER, 1),
                        new FailureCount(FailureReason.PHONE, 1));
    }

    @Test
    void costIsTheOperatorsPriceOfWhatTheyTook() {
        // 9 messages of 2 segments to VIETTEL at 350.5; MobiFone has no price.
        assertThat(facts.total().cost()).isEqualByComparingTo(new BigDecimal("6309"));
    }

    @Test
    void annexTellsWhoWroteAndWhoApproved() {
        assertThat(facts.campaigns())
                .extracting(ReportFacts.SentCampaign::text)
                .containsExactly("Cảnh giác", "Nhắc lại");
        assertThat(facts.campaigns().getFirst().author()).isEqualTo("soanthao");
        assertThat(facts.campaigns().getFirst().approver()).isEqualTo("pheduyet");
        assertThat(facts.campaigns().getLast().exercise()).isTrue();
    }
}
