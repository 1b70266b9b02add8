package vn.canhbao.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.audit.AuditSearch;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.StoredWave;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TallyKeeperIT {

    private final TestDatabase.Opened database;
    private final Clock clock = Clock.fixed(StoredWave.NOW.plusSeconds(60), ZoneOffset.UTC);
    private KeptStatistics kept;

    TallyKeeperIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void sendAWave() {
        StoredWave.in(database).withMessages(6, "x", 2);
        database.jdbc()
                .sql(
                        "UPDATE message SET recipient_id = id, status = 'DELIVERED', submitted_at = ?, final_at = ? WHERE msisdn < '84960000004'")
                .params(Utc.column(StoredWave.NOW), Utc.column(StoredWave.NOW.plusSeconds(3)))
                .update();
        database.jdbc()
                .sql(
                        "UPDATE message SET recipient_id = id, status = 'UNKNOWN', submitted_at = ? WHERE msisdn >= '84960000004'")
                .param(Utc.column(StoredWave.NOW))
                .update();
        database.jdbc().sql("UPDATE wave SET status = 'FINISHED'").update();
        kept = KeptStatistics.in(database, clock);
        kept.keeper().refresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFullCountOfWhatIsKeptFindsNoDifference() {
        TallyCheck check = kept.reconciliation().run(kept.reconciliation().begin("giamsat"));

        assertThat(check.waves()).isEqualTo(1);
        assertThat(check.messages()).isEqualTo(6);
        assertThat(check.differences()).isZero();
        assertThat(kept.checks().get(check.id())).isEqualTo(check);
    }

    @Test
    void aReceiptThatComesLateIsCounted() {
        setStatus("DELIVERED", "84960000005");

        kept.keeper().refresh();

        assertThat(messages("DELIVERED")).isEqualTo(5);
        assertThat(messages("UNKNOWN")).isEqualTo(1);
        assertThat(kept.reconciliation()
                        .run(kept.reconciliation().begin("giamsat"))
                        .differences())
                .isZero();
    }

    @Test
    void aFlippedRowIsNamedAndPutRight() {
        setStatus("FAILED", "84960000000");

        TallyCheck check = kept.reconciliation().run(kept.reconciliation().begin("giamsat"));

        List<Difference> named = kept.checks().differences(check.id());
        long wave = database.jdbc().sql("SELECT id FROM wave").query(Long.class).single();
        long campaign =
                database.jdbc().sql("SELECT id FROM campaign").query(Long.class).single();
        assertThat(named)
                .contains(
                        new Difference(campaign, wave, "VIETTEL", "DELIVERED", 4, 3),
                        new Difference(campaign, wave, "VIETTEL", "FAILED", 0, 1),
                        new Difference(campaign, wave, "VIETTEL", "timed", 4, 3),
                        new Difference(campaign, wave, "", "confirmed people", 4, 3))
                .hasSize((int) check.differences());
        assertThat(new AuditTrail(database.jdbc(), clock)
                        .search(new AuditSearch(null, "STATISTICS_CHECKED", null, null, null), null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains("DELIVERED kept 4 counted 3"));
        assertThat(kept.reconciliation()
                        .run(kept.reconciliation().begin("giamsat"))
                        .differences())
                .isZero();
    }

    @Test
    void aKeptFigureThatSomebodyChangedIsNamed() {
        database.jdbc()
                .sql("UPDATE statistics_tally SET segments = segments + 1 WHERE status = 'DELIVERED'")
                .update();

        TallyCheck check = kept.reconciliation().run(kept.reconciliation().begin("giamsat"));

        assertThat(kept.checks().differences(check.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.figure()).isEqualTo("segments"));
    }

    @Test
    void peopleOfSeveralWavesAreCountedOnce() {
        long wave = database.jdbc().sql("SELECT id FROM wave").query(Long.class).single();

        assertThat(kept.people().of(List.of(wave, wave))).isEqualTo(new ReachedPeople.Count(6, 4));
        assertThat(kept.people().countUnreached(List.of(wave))).isEqualTo(2);
        List<Long> unreached = kept.people().unreached(List.of(wave), 0, 10);
        assertThat(unreached).hasSize(2);
        assertThat(kept.people().unreached(List.of(wave), unreached.getFirst(), 10))
                .containsExactly(unreached.getLast());
    }

    @Test
    void figuresOutliveMessagesThatAreDeletedWhenTheirTimeIsOver() {
        Clock later = Clock.fixed(StoredWave.NOW.plus(MovingWave.SEALED_AFTER).plusSeconds(86_400), ZoneOffset.UTC);
        database.jdbc()
                .sql("UPDATE wave SET expires_at = ?")
                .param(Utc.column(StoredWave.NOW))
                .update();
        database.jdbc().sql("DELETE FROM message").update();
        KeptStatistics then = KeptStatistics.in(database, later);

        then.keeper().refresh();
        TallyCheck check = then.reconciliation().run(then.reconciliation().begin("giamsat"));

        assertThat(messages("DELIVERED")).isEqualTo(4);
        assertThat(check.differences()).isZero();
        assertThat(check.erased()).isEqualTo(1);
    }

    private void setStatus(String status, String msisdn) {
        database.jdbc()
                .sql("UPDATE message SET status = ?, final_at = ? WHERE msisdn = ?")
                .params(status, Utc.column(StoredWave.NOW.plusSeconds(9)), msisdn)
                .update();
    }

    private long messages(String status) {
        return database.jdbc()
                .sql("SELECT COALESCE(SUM(messages), 0) FROM statistics_tally WHERE status = ?")
                .param(status)
                .query(Long.class)
                .single();
    }
}
