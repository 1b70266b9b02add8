package vn.canhbao.core.campaign;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The proposed changes of waves, at most one a wave; the audit trail keeps what became of them. */
@Repository
public class WaveChanges {

    private final JdbcClient jdbc;
    private final Clock clock;

    public WaveChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<WaveChange> of(long waveId) {
        return jdbc.sql("SELECT * FROM wave_change WHERE wave_id = ?")
                .param(waveId)
                .query((row, n) ->
                        new WaveChange(Waves.plan(row), row.getString("proposed_by"), Utc.instant(row, "proposed_at")))
                .optional();
    }

    void put(long waveId, WavePlan plan, String author) {
        remove(waveId);
        jdbc.sql("""
                        INSERT INTO wave_change (wave_id, at, cron, after_position, delay_seconds, spread_seconds, narrowing,
                            proposed_by, proposed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        waveId,
                        Utc.column(plan.at()),
                        plan.cron(),
                        plan.after(),
                        plan.delay() == null ? null : plan.delay().toSeconds(),
                        plan.spread() == null ? null : plan.spread().toSeconds(),
                        NarrowingJson.write(plan.narrowing()),
                        author,
                        Utc.column(clock.instant()))
                .update();
    }

    void remove(long waveId) {
        jdbc.sql("DELETE FROM wave_change WHERE wave_id = ?").param(waveId).update();
    }
}
