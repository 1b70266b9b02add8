package vn.canhbao.core.progress;

import java.time.Instant;
import vn.canhbao.core.message.Tallies;

/**
 * How a wave stood at the end of a minute, or stands now; in messages but for {@code segments}.
 *
 * @param minute its beginning
 * @param countedAt when these figures were counted
 * @param submitted taken by an SMSC, no final receipt yet
 * @param failed FAILED, EXPIRED or PARTLY_DELIVERED
 * @param unclear UNANSWERED or UNKNOWN
 * @param leftOut SUPPRESSED or CANCELLED
 * @param segments of all planned messages that were not left out
 */
public record WaveMinute(
        Instant minute,
        Instant countedAt,
        long planned,
        long pending,
        long submitted,
        long delivered,
        long failed,
        long unclear,
        long leftOut,
        long segments) {

    static WaveMinute of(Tallies figures, Instant minute, Instant now) {
        return new WaveMinute(
                minute,
                now,
                figures.planned(),
                figures.pending(),
                figures.submitted(),
                figures.delivered(),
                figures.failed() + figures.expired() + figures.partlyDelivered(),
                figures.unknown() + figures.unanswered(),
                figures.suppressed() + figures.cancelled(),
                figures.segments());
    }

    /** Those that left the queue for an SMSC, or for good. */
    public long sent() {
        return planned - pending - leftOut;
    }

    /** Those that are to be sent at all. */
    public long wanted() {
        return planned - leftOut;
    }

    boolean sameFigures(WaveMinute other) {
        return planned == other.planned
                && pending == other.pending
                && submitted == other.submitted
                && delivered == other.delivered
                && failed == other.failed
                && unclear == other.unclear
                && leftOut == other.leftOut;
    }

    WaveMinute plus(WaveMinute other) {
        return new WaveMinute(
                minute,
                countedAt,
                planned + other.planned,
                pending + other.pending,
                submitted + other.submitted,
                delivered + other.delivered,
                failed + other.failed,
                unclear + other.unclear,
                leftOut + other.leftOut,
                segments + other.segments);
    }

    WaveMinute at(Instant later) {
        return new WaveMinute(
                later, countedAt, planned, pending, submitted, delivered, failed, unclear, leftOut, segments);
    }
}
