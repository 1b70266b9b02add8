package vn.canhbao.core.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.db.Utc;

/**
 * A wave that has begun, and its count.
 *
 * @param expiresAt may be {@code null}
 * @param countedAt {@code null}: never
 * @param phase of that count, or {@code null}
 */
record MovingWave(
        long id,
        long campaign,
        WaveStatus status,
        Instant expiresAt,
        Instant countedAt,
        Duration took,
        CountPhase phase) {

    /** Of the time, at most a thirtieth is spent on counting one wave. */
    private static final int REST = 30;

    private static final Duration LEAST_REST = Duration.ofSeconds(2);

    /** After it no receipt is waited for: no SMSC keeps a message that long, and old messages may be deleted. */
    static final Duration SEALED_AFTER = Duration.ofDays(30);

    static MovingWave of(ResultSet row) throws SQLException {
        return new MovingWave(
                row.getLong("id"),
                row.getLong("campaign_id"),
                WaveStatus.valueOf(row.getString("status")),
                Utc.instant(row, "expires_at"),
                Utc.instant(row, "counted_at"),
                Duration.ofMillis(row.getLong("took_millis")),
                row.getString("phase") == null ? null : CountPhase.valueOf(row.getString("phase")));
    }

    boolean over() {
        return switch (status) {
            case CANCELLED, FINISHED, MISSED -> true;
            case SCHEDULED, PREPARING, RUNNING, WAITING, PAUSED -> false;
        };
    }

    boolean isDue(Instant now) {
        Duration rest = took.multipliedBy(REST);
        return countedAt == null || !now.isBefore(countedAt.plus(rest.compareTo(LEAST_REST) < 0 ? LEAST_REST : rest));
    }

    boolean isSealed(Instant now) {
        return over() && expiresAt != null && now.isAfter(expiresAt.plus(SEALED_AFTER));
    }
}
