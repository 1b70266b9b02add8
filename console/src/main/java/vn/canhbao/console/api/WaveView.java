package vn.canhbao.console.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.OffsetDateTime;
import vn.canhbao.core.campaign.Narrowing;
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
 * @param spread sent evenly over so long, or {@code null}
 * @param pausedAlone paused by itself: resuming its campaign leaves it paused
 * @param narrowing whom of the campaign's audience it addresses; empty: everybody
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
        boolean changeable,
        Duration spread,
        boolean pausedAlone,
        Narrowing narrowing) {

    /** In a word, for pages; {@code null}: everybody. */
    @JsonIgnore
    public String who() {
        return narrowing.isEmpty() ? null : who(narrowing);
    }

    private static String who(Narrowing narrowing) {
        if (narrowing.equals(Narrowing.toReminded())) {
            return "REMINDER";
        }
        if (narrowing.isReminderInUnit()) {
            return "UNIT_REMINDER";
        }
        return narrowing.equals(Narrowing.toNotYetAddressed())
                ? "REST"
                : narrowing.equals(Narrowing.toNotReached())
                        ? "NOT_REACHED"
                        : narrowing.equals(Narrowing.toNotAcknowledged()) ? "NOT_ACKNOWLEDGED" : "OTHER";
    }

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
            Narrowing narrowing,
            String proposedBy,
            OffsetDateTime proposedAt) {}
}
