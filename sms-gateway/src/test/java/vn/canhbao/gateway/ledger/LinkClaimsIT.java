package vn.canhbao.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;

/** What a link takes next, of several waves: lanes, spread, exercises. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinkClaimsIT {

    static final Instant NOW = StoredWave.NOW;

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    final StoredWave bulk;

    LinkClaimsIT(TestDatabase kind) {
        database = kind.open();
        bulk = wave("84961", 2_000);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUrgentWaveGetsNineInTenAndTheOthersTheTenth() {
        StoredWave urgent = wave("84962", 900);
        mark(urgent, "urgent");
        LinkClaims claims = claims(Map.of("viettel", Map.of()), "viettel");

        List<ClaimedMessage> claimed = new ArrayList<>();
        for (int block = 0; block < 50; block++) {
            claimed.addAll(upTo(claims, 20));
        }

        assertThat(of(urgent, claimed)).isEqualTo(900);
        assertThat(of(bulk, claimed)).isEqualTo(100);
    }

    @Test
    void whatTheOthersDoNotNeedIsTheUrgentWavesToo() {
        database.jdbc().sql("UPDATE wave SET status = 'PAUSED'").update();
        StoredWave urgent = wave("84962", 300);
        mark(urgent, "urgent");

        assertThat(upTo(claims(Map.of("viettel", Map.of()), "viettel"), 200)).hasSize(200);
    }

    @Test
    void withoutAnUrgentWaveTheEarliestComesFirst() {
        StoredWave later = wave("84962", 10);

        List<ClaimedMessage> claimed = upTo(claims(Map.of("viettel", Map.of()), "viettel"), 500);

        assertThat(of(bulk, claimed)).isEqualTo(500);
        assertThat(of(later, claimed)).isZero();
    }

    @Test
    void aSpreadWaveGivesNoMoreThanIsDueAndLeavesTheRestToOthers() {
        database.jdbc()
                .sql("UPDATE wave SET spread_seconds = 2000 WHERE id = ?")
                .param(bulk.wave())
                .update();
        StoredWave other = wave("84962", 50);
        LinkClaims claims = claims(Map.of("viettel", Map.of()), "viettel");

        assertThat(of(bulk, upTo(claims, 20))).isZero();
        int claimed = 0;
        for (int second = 0; second < 100; second++) {
            clock.set(clock.instant().plusSeconds(1));
            claimed += of(bulk, upTo(claims, 20));
        }

        assertThat(claimed).isEqualTo(100);
        assertThat(other.tally().pending()).isEqualTo(50);
        assertThat(waiting(other)).isZero();
    }

    @Test
    void linksShareWhatIsDueOfASpreadWave() {
        database.jdbc()
                .sql("UPDATE wave SET spread_seconds = 2000 WHERE id = ?")
                .param(bulk.wave())
                .update();
        LinkClaims first = claims(Map.of("viettel", Map.of()), "viettel");
        LinkClaims second = claims(Map.of("viettel", Map.of()), "viettel");

        int claimed = 0;
        for (int tick = 0; tick < 60; tick++) {
            claimed += of(bulk, upTo(first, 20)) + of(bulk, upTo(second, 20));
            clock.set(clock.instant().plusSeconds(1));
        }

        assertThat(claimed).isBetween(58, 60);
    }

    @Test
    void anExerciseIsNeverClaimedByAPublicLink() {
        mark(bulk, "exercise");
        Map<String, Map<String, String>> links = Map.of("viettel", Map.of(), "dientap", Map.of("exercise", "true"));

        assertThat(upTo(claims(links, "viettel"), 10)).isEmpty();
        assertThat(upTo(claims(links, "dientap"), 10)).hasSize(10);
    }

    @Test
    void aWarningIsNeverClaimedByAnExerciseLinkBesideAPublicOne() {
        Map<String, Map<String, String>> links = Map.of("viettel", Map.of(), "dientap", Map.of("exercise", "true"));

        assertThat(upTo(claims(links, "dientap"), 10)).isEmpty();
        assertThat(upTo(claims(links, "viettel"), 10)).hasSize(10);
    }

    @Test
    void whereThereAreOnlyExerciseLinksTheyCarryBoth() {
        StoredWave exercise = wave("84962", 10);
        mark(exercise, "exercise");
        LinkClaims claims = claims(Map.of("viettel", Map.of("exercise", "true")), "viettel");

        assertThat(upTo(claims, 1_000)).hasSize(1_000);
        assertThat(of(exercise, upTo(claims, 1_010))).isEqualTo(10);
    }

    private LinkClaims claims(Map<String, Map<String, String>> keys, String link) {
        LedgerTables tables = StoredLedgers.tables(database, bulk, clock);
        return new LinkClaims(
                "node", link, tables, TestLinks.of(database, clock, keys).work(link, tables));
    }

    private List<ClaimedMessage> upTo(LinkClaims claims, int room) {
        return StoredLedgers.tables(database, bulk, clock)
                .transaction()
                .execute(status -> claims.upTo(room, clock.instant()));
    }

    private static int of(StoredWave wave, List<ClaimedMessage> claimed) {
        return (int) claimed.stream()
                .filter(message -> message.waveId() == wave.wave())
                .count();
    }

    private long waiting(StoredWave wave) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM message WHERE wave_id = ? AND status = 'READY'")
                .param(wave.wave())
                .query(Long.class)
                .single();
    }

    private void mark(StoredWave wave, String column) {
        database.jdbc()
                .sql("UPDATE campaign SET " + column + " = TRUE WHERE id = ?")
                .param(wave.campaign())
                .update();
    }

    private StoredWave wave(String prefix, int messages) {
        StoredWave stored = StoredWave.in(database);
        List<PreparedMessage> prepared = IntStream.range(0, messages)
                .mapToObj(i -> stored.message(prefix + "%06d".formatted(i), "x", 1))
                .toList();
        new PreparedMessages(database.jdbcTemplate()).add(prepared);
        return stored;
    }
}
