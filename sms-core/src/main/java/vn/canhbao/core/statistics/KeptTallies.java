package vn.canhbao.core.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The tables in which counted waves are kept. */
@Repository
class KeptTallies {

    private static final Instant NEVER = Instant.EPOCH;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    KeptTallies(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Waves that have begun and may still change, with when they were last counted. */
    List<MovingWave> moving() {
        return waves("s.wave_id IS NULL OR s.phase <> 'SETTLED'");
    }

    /** All waves that have begun. */
    List<MovingWave> all() {
        return waves("TRUE");
    }

    private List<MovingWave> waves(String which) {
        return jdbc.sql("""
                SELECT w.id, w.campaign_id, w.status, w.expires_at, s.counted_at, s.took_millis, s.phase
                FROM wave w LEFT JOIN statistics_wave s ON s.wave_id = w.id
                WHERE w.started_at IS NOT NULL AND (%s) ORDER BY w.id
                """.formatted(which))
                .query((row, n) -> MovingWave.of(row))
                .list();
    }

    /** Takes the lock of a wave's figures until the transaction ends; when they were last counted. */
    Instant lock(MovingWave wave) {
        jdbc.sql("""
                INSERT INTO statistics_wave (wave_id, campaign_id, counted_at, took_millis, phase, planned, confirmed)
                VALUES (?, ?, ?, 0, 'MOVING', ?, ?) ON DUPLICATE KEY UPDATE campaign_id = VALUES(campaign_id)
                """)
                .params(wave.id(), wave.campaign(), Utc.column(NEVER), new byte[0], new byte[0])
                .update();
        return jdbc.sql("SELECT counted_at FROM statistics_wave WHERE wave_id = ?")
                .param(wave.id())
                .query((row, n) -> Utc.instant(row, "counted_at"))
                .single();
    }

    void replace(long wave, WaveCount count, Instant countedAt, long tookMillis, CountPhase phase) {
        jdbc.sql("DELETE FROM statistics_tally WHERE wave_id = ?").param(wave).update();
        jdbc.sql("DELETE FROM statistics_time WHERE wave_id = ?").param(wave).update();
        jdbc.sql("DELETE FROM statistics_unit WHERE wave_id = ?").param(wave).update();
        batches.batchUpdate(
                "INSERT INTO statistics_tally (wave_id, operator_code, status, reason, messages, submitted, segments)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                TallyRows.byReason(wave, count.tallies()));
        batches.batchUpdate(TallyRows.INSERT_BY_UNIT, TallyRows.byUnit(wave, count.tallies()));
        batches.batchUpdate(
                "INSERT INTO statistics_time (wave_id, operator_code, bucket, messages) VALUES (?, ?, ?, ?)",
                count.times().stream()
                        .map(timed -> new Object[] {wave, timed.operator(), timed.bucket(), timed.messages()})
                        .toList());
        jdbc.sql("""
                UPDATE statistics_wave SET counted_at = ?, took_millis = ?, phase = ?, planned = ?, confirmed = ?
                WHERE wave_id = ?
                """)
                .params(
                        Utc.column(countedAt),
                        tookMillis,
                        phase.name(),
                        BitmapColumn.octets(count.planned()),
                        BitmapColumn.octets(count.confirmed()),
                        wave)
                .update();
    }

    void settle(long wave) {
        jdbc.sql("UPDATE statistics_wave SET phase = 'SETTLED' WHERE wave_id = ?")
                .param(wave)
                .update();
    }

    /**
     * Whether messages of a wave that is over have moved since it was counted. In such a wave they move forward only, so
     * that every move changes how many stand in each state that can be left; the index has these few, and nothing else
     * is read.
     */
    boolean hasMoved(long wave) {
        Map<String, Long> kept = byState(
                "SELECT status, SUM(messages) AS messages FROM statistics_tally WHERE wave_id = ? AND status IN (%s) GROUP BY status",
                wave);
        Map<String, Long> counted = byState(
                "SELECT status, COUNT(*) AS messages FROM message WHERE wave_id = ? AND status IN (%s) GROUP BY status",
                wave);
        return !kept.equals(counted);
    }

    private Map<String, Long> byState(String sql, long wave) {
        Map<String, Long> states = new TreeMap<>();
        jdbc.sql(sql.formatted(MovableStates.SQL)).param(wave).query(row -> {
            states.put(row.getString("status"), row.getLong("messages"));
        });
        return states;
    }

    /** {@code planned} or {@code confirmed} recipients of the waves. */
    List<RoaringBitmap> people(String column, List<Long> waves) {
        List<RoaringBitmap> people = new ArrayList<>();
        for (long wave : waves) {
            jdbc.sql("SELECT " + column + " FROM statistics_wave WHERE wave_id = ?")
                    .param(wave)
                    .query((row, n) -> BitmapColumn.ids(row.getBytes(1)))
                    .optional()
                    .ifPresent(people::add);
        }
        return people;
    }
}
