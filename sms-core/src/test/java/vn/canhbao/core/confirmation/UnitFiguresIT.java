package vn.canhbao.core.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.InvalidInput;

/** Two units, one below the other, and one beside them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UnitFiguresIT {

    static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    static final long OFFICE = 1;
    static final long TEAM = 2;
    static final long OTHER = 3;

    final TestDatabase.Opened database;
    final JdbcClient jdbc;
    final SettableClock clock = new SettableClock(NOW);
    final Confirmations confirmations;
    final UnitTallies tallies;
    final UnitPeople people;
    final UnitCounts counts;

    UnitFiguresIT(TestDatabase kind) {
        database = kind.open();
        jdbc = database.jdbc();
        confirmations = new Confirmations(jdbc);
        tallies = new UnitTallies(jdbc);
        people = new UnitPeople(jdbc, confirmations, tallies);
        counts = new UnitCounts(
                jdbc,
                database.jdbcTemplate(),
                confirmations,
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                clock);
    }

    @BeforeEach
    void sent() {
        unit(OFFICE, "Phòng An ninh mạng", null);
        unit(TEAM, "Đội Trực ban", OFFICE);
        unit(OTHER, "Xã Đông", null);
        campaign(10, "RUNNING", true);
        message(10, OFFICE, 1, "DELIVERED");
        message(10, OFFICE, 2, "DELIVERED");
        message(10, TEAM, 3, "FAILED");
        message(10, TEAM, 4, "SUBMITTED");
        message(10, OTHER, 5, "DELIVERED");
        message(10, null, 6, "DELIVERED");
        acknowledged(10, 1, Duration.ofMinutes(5));
        acknowledged(10, 5, Duration.ofMinutes(45));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void unitsAreCountedByWhatBecameOfTheirPeople() {
        counts.countDue();

        assertThat(tallies.ofCampaign(10, List.of(OFFICE, TEAM))).hasValueSatisfying(campaign -> {
            assertThat(campaign.figures()).isEqualTo(new UnitFigures(4, 2, new ConfirmationCounts(1, 0, 2, 1)));
            assertThat(campaign.figures().missingShare()).isEqualTo(75);
            assertThat(campaign.asksForAnswer()).isTrue();
            assertThat(campaign.countedAt()).isEqualTo(NOW);
        });
        assertThat(tallies.ofCampaign(10, List.of(OTHER)))
                .hasValueSatisfying(campaign -> assertThat(campaign.figures())
                        .isEqualTo(new UnitFigures(1, 1, new ConfirmationCounts(0, 1, 0, 0))));
        assertThat(tallies.ofCampaign(10, List.of(99L))).isEmpty();
    }

    @Test
    void unitThatLagsMostComesFirst() {
        counts.countDue();

        List<LaggingUnit> units = tallies.lagging(null, NOW.minus(Duration.ofDays(30)));
        assertThat(units)
                .extracting(LaggingUnit::unit)
                .containsExactly("Đội Trực ban", "Phòng An ninh mạng", "Xã Đông");
        assertThat(units.getFirst().parent()).isEqualTo("Phòng An ninh mạng");
        assertThat(tallies.lagging(10L, NOW)).isEqualTo(units);
        assertThat(tallies.lagging(null, NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void campaignThatNobodyIsAskedToAnswerMakesNoUnitLag() {
        campaign(11, "FINISHED", false);
        message(11, OFFICE, 1, "DELIVERED");
        counts.countDue();

        assertThat(tallies.lagging(11L, NOW)).isEmpty();
        assertThat(tallies.asking(NOW.minus(Duration.ofDays(1)), 10))
                .extracting(UnitCampaign::campaignId)
                .containsExactly(10L);
        assertThat(tallies.campaigns(List.of(OFFICE), null, 10))
                .extracting(UnitCampaign::campaignId, UnitCampaign::asksForAnswer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(11L, false),
                        org.assertj.core.groups.Tuple.tuple(10L, true));
        assertThat(tallies.campaigns(List.of(OFFICE), 11L, 10)).hasSize(1);
    }

    @Test
    void peopleArePagedByUnitWithoutThoseOfOtherUnits() {
        counts.countDue();

        List<UnitPerson> first = people.page(10, List.of(TEAM, OFFICE), PeopleShown.MISSING, PersonCursor.of(null), 2);
        assertThat(first).extracting(UnitPerson::recipientId).containsExactly(2L, 3L);
        assertThat(first)
                .extracting(UnitPerson::state)
                .containsExactly(Confirmation.NOT_CONFIRMED, Confirmation.UNREACHABLE);
        PersonCursor cursor = PersonCursor.of(first.getLast().cursor().toString());
        assertThat(people.page(10, List.of(TEAM, OFFICE), PeopleShown.MISSING, cursor, 2))
                .extracting(UnitPerson::recipientId)
                .containsExactly(4L);
        assertThat(people.page(10, List.of(TEAM, OFFICE), PeopleShown.NOT_REACHED, PersonCursor.of(""), 9))
                .extracting(UnitPerson::recipientId)
                .containsExactly(3L, 4L);
        assertThat(people.page(10, List.of(OTHER), PeopleShown.ALL, PersonCursor.of(""), 9))
                .singleElement()
                .satisfies(person -> assertThat(person.state()).isEqualTo(Confirmation.LATE));
        assertThat(people.page(10, List.of(OTHER), PeopleShown.MISSING, PersonCursor.of(""), 9))
                .isEmpty();
    }

    @Test
    void figuresOfACampaignAreThoseOfACountNowAlsoOfPeopleWithoutAUnit() {
        counts.countDue();
        acknowledged(10, 2, Duration.ofMinutes(50));

        var few = new ConfirmationFigures(jdbc, confirmations, tallies).of(10);
        assertThat(few.countedAt()).isNull();
        assertThat(few.total()).isEqualTo(new ConfirmationCounts(1, 2, 2, 1));
        assertThat(few.units()).extracting(UnitConfirmations::unitId).contains((Long) null);
    }

    @Test
    void figuresOfVeryManyPeopleAreThoseOfTheLastCount() {
        many(10);
        var figures = new ConfirmationFigures(jdbc, confirmations, tallies);
        assertThat(figures.of(10).counting()).isTrue();

        counts.countDue();
        assertThat(tallies.byUnit(10)).containsExactlyInAnyOrderElementsOf(confirmations.byUnit(10));
        acknowledged(10, 2, Duration.ofMinutes(50));

        assertThat(figures.of(10).countedAt()).isEqualTo(NOW);
        assertThat(figures.of(10).total()).isEqualTo(new ConfirmationCounts(1, 1, 20_003, 1));
    }

    /** 20,000 messages more, to people without a unit. */
    private void many(long campaign) {
        for (int from = 0; from < 20_000; from += 1_000) {
            int first = from;
            jdbc.sql(
                            "INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,"
                                    + " status, expires_at, attempts) VALUES "
                                    + IntStream.range(0, 1_000)
                                            .mapToObj(i ->
                                                    "(%d,%d,0,'8497%07d','VIETTEL','C','x',1,'DELIVERED','2026-12-01',1)"
                                                            .formatted(campaign, campaign, first + i))
                                            .collect(Collectors.joining(",")))
                    .update();
        }
    }

    @Test
    void everyPersonOfACampaignIsFoundOnceBlockByBlock() {
        String last = null;
        List<String> numbers = new ArrayList<>();
        List<PersonConfirmation> page;
        do {
            page = confirmations.people(10, null, List.of(), last, 2);
            page.forEach(person -> numbers.add(person.msisdn()));
            last = page.isEmpty() ? last : page.getLast().msisdn();
        } while (page.size() == 2);

        assertThat(numbers).hasSize(6).isSorted().doesNotHaveDuplicates();
        assertThat(confirmations.people(10, Confirmation.LATE, List.of(), null, 9))
                .extracting(PersonConfirmation::unit)
                .containsExactly("Xã Đông");
        assertThat(confirmations.people(10, Confirmation.NOT_CONFIRMED, List.of(TEAM), null, 9))
                .hasSize(1);
        assertThat(confirmations.people(10, Confirmation.LATE, List.of(TEAM), null, 9))
                .isEmpty();
    }

    @Test
    void somebodyAmongManyWhoAnsweredIsFound() {
        unit(4, "Xã Lớn", null);
        String many = IntStream.range(0, 1_100)
                .mapToObj(i -> "(%d,'8496%07d','x',4,'2026-11-25','2026-11-25')".formatted(1_000 + i, 1_000 + i))
                .collect(Collectors.joining(","));
        jdbc.sql("INSERT INTO recipient (id, msisdn, full_name, unit_id, created_at, updated_at) VALUES " + many)
                .update();
        jdbc.sql("""
                        INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                            status, expires_at, submitted_at, attempts)
                        SELECT 10, 10, id, msisdn, 'VIETTEL', 'CANHBAO', 'x', 1, 'DELIVERED', created_at, created_at, 0
                        FROM recipient WHERE unit_id = 4
                        """).update();
        jdbc.sql("""
                        INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text)
                        SELECT id, 10, 1, msisdn, submitted_at, 'OK' FROM message WHERE recipient_id BETWEEN 1000 AND 2049
                            OR recipient_id > 2050
                        """).update();
        counts.countDue();

        assertThat(people.page(10, List.of(4L), PeopleShown.MISSING, PersonCursor.of(null), 50))
                .extracting(UnitPerson::recipientId)
                .containsExactly(2_050L);
    }

    @Test
    void campaignIsCountedAgainWhileAnswersComeAndNotForEver() {
        counts.countDue();
        acknowledged(10, 2, Duration.ofMinutes(1));
        counts.countDue();
        assertThat(missing()).as("not at once").isEqualTo(2);

        clock.advance(Duration.ofSeconds(11));
        counts.countDue();
        assertThat(missing()).isEqualTo(1);

        jdbc.sql("UPDATE campaign SET status = 'FINISHED', finished_at = ?")
                .param(Utc.column(NOW))
                .update();
        jdbc.sql("DELETE FROM acknowledgement").update();
        clock.advance(Duration.ofDays(8));
        counts.countDue();
        assertThat(missing()).isEqualTo(1);
    }

    @Test
    void placeThatNobodyWasGivenIsRefused() {
        assertThatThrownBy(() -> PersonCursor.of("7;drop")).isInstanceOf(InvalidInput.class);
        assertThat(PersonCursor.of("7-4711")).isEqualTo(new PersonCursor(7, 4711));
    }

    private long missing() {
        return tallies.ofCampaign(10, List.of(OFFICE, TEAM))
                .orElseThrow()
                .figures()
                .counts()
                .notConfirmed();
    }

    private void unit(long id, String name, Long parent) {
        jdbc.sql("INSERT INTO unit (id, name, kind, parent_id, created_at) VALUES (?, ?, 'OFFICE', ?, ?)")
                .params(id, name, parent, Utc.column(NOW))
                .update();
    }

    private void campaign(long id, String status, boolean escalates) {
        jdbc.sql("""
                        INSERT INTO campaign (id, name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at)
                        VALUES (?, 'Cảnh báo', 'CANH_BAO', 'x', 'ACCENTED', 'CV 1', 'CANHBAO', 3600, 'KEEP', ?, 'a', ?)
                        """).params(id, status, Utc.column(NOW)).update();
        jdbc.sql("INSERT INTO wave (id, campaign_id, position, status, started_at) VALUES (?, ?, 1, 'RUNNING', ?)")
                .params(id, id, Utc.column(NOW))
                .update();
        if (escalates) {
            jdbc.sql(
                            "INSERT INTO escalation (campaign_id, after_seconds, reminders, tell_heads) VALUES (?, 1800, 1, TRUE)")
                    .param(id)
                    .update();
        }
    }

    private void message(long campaign, Long unit, long person, String status) {
        String msisdn = "8496%07d".formatted(person);
        jdbc.sql("""
                        INSERT IGNORE INTO recipient (id, msisdn, full_name, unit_id, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(person, msisdn, "Người " + person, unit, Utc.column(NOW), Utc.column(NOW))
                .update();
        jdbc.sql("""
                        INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                            status, expires_at, submitted_at, attempts)
                        VALUES (?, ?, ?, ?, 'VIETTEL', 'CANHBAO', 'x', 1, ?, ?, ?, 0)
                        """)
                .params(campaign, campaign, person, msisdn, status, Utc.column(NOW.plusSeconds(3600)), Utc.column(NOW))
                .update();
    }

    private void acknowledged(long campaign, long person, Duration later) {
        jdbc.sql("""
                        INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text)
                        SELECT id, campaign_id, 1, msisdn, ?, 'DA NHAN' FROM message WHERE campaign_id = ? AND recipient_id = ?
                        """).params(Utc.column(NOW.plus(later)), campaign, person).update();
    }
}
