package vn.canhbao.core.campaign;

import java.time.Duration;
import java.time.Instant;

/**
 * One sending of a campaign.
 *
 * @param at when it goes out; {@code null}: on approval, or, after another wave, not known yet
 * @param expiresAt no submit_sm after this; set when it starts or waits for its window
 * @param afterPosition the wave that it follows, or {@code null}
 * @param delay after the start of the wave that it follows
 * @param firingOf the recurring wave of which this is one firing, or {@code null}
 * @param reason why it waits or was missed, or {@code null}
 * @param spread sent evenly over so long; {@code null}: as fast as the links go
 * @param narrowing whom of the campaign's audience it addresses
 * @param pausedAlone paused by itself: its campaign's resumption leaves it so
 * @param reminder the campaign's text again, to those who have not acknowledged it
 */
public record Wave(
        long id,
        long campaignId,
        int position,
        Instant at,
        String cron,
        WaveStatus status,
        Instant startedAt,
        Instant expiresAt,
        Instant finishedAt,
        Integer afterPosition,
        Duration delay,
        Long firingOf,
        String reason,
        Duration spread,
        boolean pausedAlone,
        Narrowing narrowing,
        boolean reminder) {

    public WavePlan plan() {
        return new WavePlan(afterPosition == null ? at : null, cron, afterPosition, delay, spread, narrowing);
    }
}
