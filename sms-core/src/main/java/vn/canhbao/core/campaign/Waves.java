package vn.canhbao.core.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** The wave table. */
@Repository
public class Waves {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Waves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The wave, or {@link NotFound}. */
    public Wave get(long id) {
        return jdbc.sql("SELECT * FROM wave WHERE id = ?")
                .param(id)
                .query(Waves::wave)
                .optional()
                .orElseThrow(() -> new NotFound("Không có đợt số " + id + " (no wave " + id + ")"));
    }

    /** In their order. */
    public List<Wave> ofCampaign(long campaignId) {
        return jdbc.sql("SELECT * FROM wave WHERE campaign_id = ? ORDER BY position")
                .param(campaignId)
                .query(Waves::wave)
                .list();
    }

    public List<Wave> withStatus(WaveStatus... statuses) {
        return jdbc.sql("SELECT * FROM wave WHERE status IN (:statuses) ORDER BY id")
                .param("statuses", Arrays.stream(statuses).map(Enum::name).toList())
                .query(Waves::wave)
                .list();
    }

    /** Finished waves whose validity ended, or ends, after this. */
    public List<Wave> finishedAndValidAfter(Instant point) {
        return jdbc.sql("SELECT * FROM wave WHERE status = 'FINISHED' AND expires_at > ? ORDER BY id")
                .param(Utc.column(point))
                .query(Waves::wave)
                .list();
    }

    /** Adds a scheduled wave at the end of its campaign. */
    public long add(long campaignId, WavePlan plan) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO wave (campaign_id, position, at, cron, status)
                        SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, 'SCHEDULED' FROM wave WHERE campaign_id = ?
                        """)
                .params(campaignId, Utc.column(plan.at()), plan.cron(), campaignId)
                .update(key, "id");
        return key.getKey().longValue();
    }

    /** Moves a wave on if its status still allows the move; {@code false} if it doesn't. */
    public boolean transition(long id, WaveStatus next) {
        List<String> from = Arrays.stream(WaveStatus.values())
                .filter(status -> status != next && status.canTransitionTo(next))
                .map(Enum::name)
                .toList();
        boolean ends = next == WaveStatus.FINISHED || next == WaveStatus.CANCELLED || next == WaveStatus.MISSED;
        return jdbc.sql("""
                                UPDATE wave SET status = :next, finished_at = COALESCE(:finishedAt, finished_at)
                                WHERE id = :id AND status IN (:from)
                                """)
                        .param("next", next.name())
                        .param("finishedAt", Utc.column(ends ? clock.instant() : null))
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    /** SCHEDULED to PREPARING, with its times; {@code false} if it was not scheduled any more. */
    public boolean begin(long id, Instant startedAt, Instant expiresAt) {
        return jdbc.sql("""
                                UPDATE wave SET status = 'PREPARING', started_at = ?, expires_at = ?
                                WHERE id = ? AND status = 'SCHEDULED'
                                """)
                        .params(Utc.column(startedAt), Utc.column(expiresAt), id)
                        .update()
                == 1;
    }

    /** PREPARING to RUNNING, every message being written; {@code false} if it was paused or cancelled meanwhile. */
    public boolean prepared(long id) {
        return jdbc.sql("UPDATE wave SET status = 'RUNNING', prepared_at = ? WHERE id = ? AND status = 'PREPARING'")
                        .params(Utc.column(clock.instant()), id)
                        .update()
                == 1;
    }

    /**
     * PAUSED to RUNNING, or to PREPARING where its preparation was cut off by the pause: a wave runs with all its
     * messages, or it would be finished before the last are written.
     */
    public boolean resume(long id) {
        return jdbc.sql("""
                                UPDATE wave SET status = CASE WHEN prepared_at IS NULL THEN 'PREPARING' ELSE 'RUNNING' END
                                WHERE id = ? AND status = 'PAUSED'
                                """).param(id).update() == 1;
    }

    private static Wave wave(ResultSet row, int n) throws SQLException {
        return new Wave(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getInt("position"),
                Utc.instant(row, "at"),
                row.getString("cron"),
                WaveStatus.valueOf(row.getString("status")),
                Utc.instant(row, "started_at"),
                Utc.instant(row, "expires_at"),
                Utc.instant(row, "finished_at"));
    }
}
