package vn.canhbao.core.progress;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a wave is and how fast it goes.
 *
 * @param now as counted last
 * @param segmentsPerSecond over the last one to two minutes; 0 where nothing moves, it has only begun, or all is sent
 * @param left until the last message is submitted at this pace; {@code null} where nothing can be said
 */
public record WavePace(WaveMinute now, double segmentsPerSecond, Duration left) {

    /** @param before an earlier count, or {@code null} */
    static WavePace between(WaveMinute before, WaveMinute now, Instant startedAt) {
        Instant from = before == null ? startedAt : before.countedAt();
        long sent = now.sent() - (before == null ? 0 : before.sent());
        long millis = from == null ? 0 : Duration.between(from, now.countedAt()).toMillis();
        if (sent <= 0 || millis <= 0 || now.pending() == 0) {
            return new WavePace(now, 0, null);
        }
        double messagesPerSecond = sent * 1000.0 / millis;
        double segmentsEach = (double) now.segments() / now.wanted();
        Duration left = Duration.ofSeconds(Math.round(now.pending() / messagesPerSecond));
        return new WavePace(now, messagesPerSecond * segmentsEach, left);
    }

    /** From 0 to 100: what has left the queue. */
    public int percent() {
        return now.wanted() == 0 ? 0 : (int) (100 * now.sent() / now.wanted());
    }

    /** How long still, in whole minutes; {@code null} where nothing can be said. */
    public Long minutesLeft() {
        return left == null ? null : Math.max(1, (left.toSeconds() + 59) / 60);
    }
}
