package vn.canhbao.core.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** Scheduled waves that wait for another one's end to get their time. */
    public List<Wave> following() {
        return jdbc.sql("SELECT * FROM wave WHERE status = 'SCHEDULED' AND after_position IS NOT NULL AND at IS NULL")
                .query(Waves::wave)
                .list();
    }

    /** Finished and cancelled waves whose validity ended, or ends, after this. */
    public List<Wave> overAndValidAfter(Instant point) {
        return jdbc.sql("SELECT * FROM wave WHERE status IN ('FINISHED', 'CANCELLED') AND expires_at > ? ORDER BY id")
                .param(Utc.column(point))
                .query(Waves::wave)
                .list();
    }

    /** Adds a scheduled wave at the end of its campaign. */
    public long add(long campaignId, WavePlan plan) {
        return add(campaignId, plan, null, false);
    }

    /** Adds a wave that repeats the campaign's text, at the end of its campaign. */
    long addReminder(long campaignId, WavePlan plan) {
        return add(campaignId, plan, null, true);
    }

    /** Of a campaign that no approver has seen or that was rejected: none of them has begun. */
    void removeAll(long campaignId) {
        jdbc.sql("DELETE FROM wave_change WHERE wave_id IN (SELECT id FROM wave WHERE campaign_id = ?)")
                .param(campaignId)
                .update();
        jdbc.sql("DELETE FROM wave WHERE campaign_id = ?").param(campaignId).update();
    }

    /** The only wave of a campaign that the system makes by itself: running at once, its messages come with it. */
    public long addRunning(long campaignId, Instant expiresAt) {
        LocalDateTime now = Utc.column(clock.instant());
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO wave (campaign_id, position, at, status, started_at, prepared_at, expires_at)
                        VALUES (:campaign, 1, :now, 'RUNNING', :now, :now, :expiresAt)
                        """)
                .param("campaign", campaignId)
                .param("now", now)
                .param("expiresAt", Utc.column(expiresAt))
                .update(key, "id");
        return key.getKey().longValue();
    }

    /** The wave of one firing of a recurring wave; empty where that firing has its wave already. */
    public Optional<Wave> addFiring(Wave recurring, Instant due) {
        boolean known = jdbc.sql("SELECT COUNT(*) FROM wave WHERE firing_of = ? AND at = ?")
                        .params(recurring.id(), Utc.column(due))
                        .query(Long.class)
                        .single()
                > 0;
        return known
                ? Optional.empty()
                : Optional.of(get(add(recurring.campaignId(), recurring.plan().firingAt(due), recurring.id(), false)));
    }

    private long add(long campaignId, WavePlan plan, Long firingOf, boolean reminder) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO wave (campaign_id, position, at, cron, after_position, delay_seconds, spread_seconds, narrowing,
                            firing_of, reminder, status)
                        SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, 'SCHEDULED' FROM wave WHERE campaign_id = ?
                        """)
                .params(
                        campaignId,
                        Utc.column(plan.at()),
                        plan.cron(),
                        plan.after(),
                        seconds(plan.delay()),
                        seconds(plan.spread()),
                        NarrowingJson.write(plan.narrowing()),
                        firingOf,
                        reminder,
                        campaignId)
                .update(key, "id");
        return key.getKey().longValue();
    }

    /** Plans a wave anew that has not begun; {@code false} if it has. */
    boolean replan(long id, WavePlan plan) {
        return jdbc.sql("""
                                UPDATE wave SET at = ?, cron = ?, after_position = ?, delay_seconds = ?, spread_seconds = ?,
                                    narrowing = ?, status = 'SCHEDULED', expires_at = NULL, reason = NULL
                                WHERE id = ? AND status IN ('SCHEDULED', 'WAITING') AND started_at IS NULL
                                """)
                        .params(
                                Utc.column(plan.at()),
                                plan.cron(),
                                plan.after(),
                                seconds(plan.delay()),
                                seconds(plan.spread()),
                                NarrowingJson.write(plan.narrowing()),
                                id)
                        .update()
                == 1;
    }

    /** Gives a wave that follows another its time; {@code false} if it has one or waits no more. */
    public boolean comesDue(long id, Instant at) {
        return jdbc.sql("""
                                UPDATE wave SET at = ? WHERE id = ? AND status = 'SCHEDULED' AND at IS NULL
                                    AND after_position IS NOT NULL
                                """).params(Utc.column(at), id).update() == 1;
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

    /** To PREPARING, with its times; {@code false} if it had begun, or did not wait for that any more. */
    public boolean begin(long id, Instant startedAt, Instant expiresAt) {
        return jdbc.sql("""
                                UPDATE wave SET status = 'PREPARING', started_at = ?, expires_at = ?, reason = NULL
                                WHERE id = ? AND status IN ('SCHEDULED', 'WAITING') AND started_at IS NULL
                                """)
                        .params(Utc.column(startedAt), Utc.column(expiresAt), id)
                        .update()
                == 1;
    }

    /** SCHEDULED to WAITING: its time has come in a closed window; {@code false} if it was not scheduled any more. */
    public boolean awaitOpening(long id, Instant expiresAt, String reason) {
        return jdbc.sql("""
                                UPDATE wave SET status = 'WAITING', expires_at = ?, reason = ?
                                WHERE id = ? AND status = 'SCHEDULED'
                                """).params(Utc.column(expiresAt), reason, id).update() == 1;
    }

    /** RUNNING to WAITING: its window has closed; {@code false} if it was not running any more. */
    public boolean windowCloses(long id, String reason) {
        return jdbc.sql("UPDATE wave SET status = 'WAITING', reason = ? WHERE id = ? AND status = 'RUNNING'")
                        .params(reason, id)
                        .update()
                == 1;
    }

    /** A wave that had begun, from WAITING to RUNNING; {@code false} if somebody stopped it meanwhile. */
    public boolean windowOpens(long id) {
        return jdbc.sql("""
                                UPDATE wave SET status = 'RUNNING', reason = NULL
                                WHERE id = ? AND status = 'WAITING' AND started_at IS NOT NULL
                                """).param(id).update() == 1;
    }

    /** Never sent, with the reason; {@code false} if it had begun or ended. */
    public boolean miss(long id, String reason) {
        return jdbc.sql("""
                                UPDATE wave SET status = 'MISSED', finished_at = ?, reason = ?
                                WHERE id = ? AND status IN ('SCHEDULED', 'WAITING') AND started_at IS NULL
                                """).params(Utc.column(clock.instant()), reason, id).update() == 1;
    }

    /**
     * PREPARING to RUNNING, every message being written, or to WAITING in a closed window; {@code false} if it was paused or
     * cancelled meanwhile.
     */
    public boolean prepared(long id, boolean open) {
        return jdbc.sql("UPDATE wave SET status = ?, prepared_at = ? WHERE id = ? AND status = 'PREPARING'")
                        .params(
                                (open ? WaveStatus.RUNNING : WaveStatus.WAITING).name(),
                                Utc.column(clock.instant()),
                                id)
                        .update()
                == 1;
    }

    /**
     * PAUSED to RUNNING, or to WAITING in a closed window, or to PREPARING where its preparation was cut off by the pause: a
     * wave runs with all its messages, or it would be finished before the last are written. One that had not begun is
     * SCHEDULED.
     */
    public boolean resume(long id, boolean open) {
        return jdbc.sql("""
                                UPDATE wave SET status = CASE WHEN started_at IS NULL THEN 'SCHEDULED'
                                    WHEN prepared_at IS NULL THEN 'PREPARING' ELSE ? END, paused_alone = FALSE
                                WHERE id = ? AND status = 'PAUSED'
                                """)
                        .params((open ? WaveStatus.RUNNING : WaveStatus.WAITING).name(), id)
                        .update()
                == 1;
    }

    static WavePlan plan(ResultSet row) throws SQLException {
        return new WavePlan(
                Utc.instant(row, "at"),
                row.getString("cron"),
                row.getObject("after_position", Integer.class),
                seconds(row.getObject("delay_seconds", Long.class)),
                seconds(row.getObject("spread_seconds", Long.class)),
                NarrowingJson.read(row.getString("narrowing")));
    }

    /** To PAUSED, by itself and not with its campaign; {@code false} if its status doesn't allow it. */
    boolean pauseAlone(long id) {
        return transition(id, WaveStatus.PAUSED)
                && jdbc.sql("UPDATE wave SET paused_alone = TRUE WHERE id = ?")
                                .param(id)
                                .update()
                        == 1;
    }

    static Wave wave(ResultSet row, int n) throws SQLException {
        return new Wave(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getInt("position"),
                Utc.instant(row, "at"),
                row.getString("cron"),
                WaveStatus.valueOf(row.getString("status")),
                Utc.instant(row, "started_at"),
                Utc.instant(row, "expires_at"),
                Utc.instant(row, "finished_at"),
                row.getObject("after_position", Integer.class),
                seconds(row.getObject("delay_seconds", Long.class)),
                row.getObject("firing_of", Long.class),
                row.getString("reason"),
                seconds(row.getObject("spread_seconds", Long.class)),
                row.getBoolean("paused_alone"),
                NarrowingJson.read(row.getString("narrowing")),
                row.getBoolean("reminder"));
    }

    private static Long seconds(Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static Duration seconds(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
