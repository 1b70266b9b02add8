package vn.canhbao.console.api;

import java.time.Duration;
import java.time.OffsetDateTime;
import vn.canhbao.core.campaign.WaveStatus;

/**
 * A wave.
 *
 * @param at {@code null} where it goes out on approval, or after a wave that is not over
 * @param after the number of the wave that it follows
 * @param nextAt the next firing of a recurring wave
 * @param reason why it waits or was missed
 * @param window {@code null} where no window binds
 * @param change proposed and not yet approved
 * @param changeable it has not begun
 */
public record WaveView(
        long id,
        OffsetDateTime at,
        String cron,
        WaveStatus status,
        int position,
        Integer after,
        Duration delay,
        OffsetDateTime nextAt,
        OffsetDateTime startedAt,
        OffsetDateTime expiresAt,
        String reason,
        Window window,
        Change change,
        boolean changeable) {

    /**
     * The sending window at the wave's time, or now where that is past.
     *
     * @param opensAt where it is closed then
     * @param closesAt where it is open then
     */
    public record Window(String hours, OffsetDateTime opensAt, OffsetDateTime closesAt) {}

    public record Change(
            OffsetDateTime at,
            String cron,
            Integer after,
            Duration delay,
            String proposedBy,
            OffsetDateTime proposedAt) {}
}
