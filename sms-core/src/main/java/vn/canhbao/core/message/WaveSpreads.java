package vn.canhbao.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/**
 * How far each spread wave is, over all links and nodes; every call runs in the transaction of the claim. By operator,
 * so that the link of one doesn't use up what is due and leave all of another's to the end.
 */
@Repository
public class WaveSpreads {

    /** A look that allows nothing is kept as often as this: between two of them only the row is read. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final JdbcClient jdbc;

    public WaveSpreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of an operator's messages may be claimed now; what is allowed stays locked until the commit. */
    public int room(ClaimableWave wave, String operator, Instant now) {
        Optional<SpreadPace> read = find(wave.id(), operator, "");
        if (read.isEmpty()) {
            begin(wave, now);
            // An operator that the plan knows nothing of, since a number was found to be ported: few, and not held up.
            return find(wave.id(), operator, "").isEmpty() ? Integer.MAX_VALUE : 0;
        }
        SpreadPace looked = read.get().at(now, wave.since(), wave.spread());
        if (looked.room() == 0 && Duration.between(read.get().lookedAt(), now).compareTo(LOOK) < 0) {
            return 0;
        }
        // As it is now: another node's claim may have come between.
        SpreadPace pace = find(wave.id(), operator, " FOR UPDATE").orElseThrow().at(now, wave.since(), wave.spread());
        save(wave.id(), operator, pace);
        return pace.room();
    }

    /** So many were claimed. */
    public void took(long wave, String operator, int messages) {
        jdbc.sql("UPDATE wave_spread SET taken = taken + ? WHERE wave_id = ? AND operator_code = ?")
                .params(messages, wave, operator)
                .update();
    }

    private Optional<SpreadPace> find(long wave, String operator, String lock) {
        return jdbc.sql("SELECT planned, taken, due, looked_at FROM wave_spread WHERE wave_id = ? AND operator_code = ?"
                        + lock)
                .params(wave, operator)
                .query((row, n) -> new SpreadPace(
                        row.getLong("planned"),
                        row.getLong("taken"),
                        row.getDouble("due"),
                        Utc.instant(row, "looked_at")))
                .optional();
    }

    // IGNORE: another link may be the first, too.
    private void begin(ClaimableWave wave, Instant now) {
        jdbc.sql("""
                        INSERT IGNORE INTO wave_spread (wave_id, operator_code, planned, taken, due, looked_at)
                        SELECT wave_id, operator_code, COUNT(*), 0, 0, ? FROM message
                        WHERE wave_id = ? AND status <> 'SUPPRESSED' GROUP BY wave_id, operator_code
                        """).params(Utc.column(now), wave.id()).update();
    }

    private void save(long wave, String operator, SpreadPace pace) {
        jdbc.sql("UPDATE wave_spread SET due = ?, looked_at = ? WHERE wave_id = ? AND operator_code = ?")
                .params(pace.due(), Utc.column(pace.lookedAt()), wave, operator)
                .update();
    }
}
