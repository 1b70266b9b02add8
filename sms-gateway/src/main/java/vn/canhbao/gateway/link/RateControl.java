package vn.canhbao.gateway.link;

import java.time.Duration;

/**
 * What a rate may be now: its limit, less while a fresh bind is warmed up, less after ESME_RTHROTTLED. A throttled rate
 * is halved and everything pauses; then it rises by a twentieth of the limit a second until it is throttled again or
 * back at the limit (additive increase, multiplicative decrease: it settles just below what the SMSC takes).
 */
final class RateControl {

    private static final long SHORTEST_PAUSE = SegmentRate.SECOND;
    private static final long LONGEST_PAUSE = Duration.ofSeconds(60).toNanos();
    private static final double STEP = 0.05;
    /** Without a limit of ours: so many steps up from the halved rate, then it counts as unlimited again. */
    private static final int STEPS_WITHOUT_LIMIT = 20;

    private static final double WARM_UP_FROM = 0.2;
    private static final long WARM_UP = Duration.ofSeconds(10).toNanos();

    private int limit;
    private long warmSince;

    // 0: not throttled.
    private double ceiling;
    private double step;
    private int steps;
    private long steppedAt;
    private long throttledAt;
    private long pausedUntil;
    private long nextPause = SHORTEST_PAUSE;

    RateControl(int limit, long now) {
        this.limit = limit;
        throttledAt = now - 1;
        pausedUntil = now;
        warmSince = now - WARM_UP;
    }

    void limit(int newLimit, long now) {
        limit = newLimit;
        step = ceiling > 0 && limit > 0 ? limit * STEP : step;
        perSecond(now);
    }

    void warmUp(long now) {
        warmSince = now;
    }

    /** Segments a second now; 0: no limit. */
    double perSecond(long now) {
        rise(now);
        double warm = limit * warmth(now);
        if (ceiling == 0) {
            return warm;
        }
        return limit == 0 ? ceiling : Math.min(warm, ceiling);
    }

    long pausedFor(long now) {
        return Math.max(0, pausedUntil - now);
    }

    /**
     * @param takenAt when the throttled submit_sm took its place: those that were in flight together are throttled together
     *     and count once
     * @param lastSecond what went out in the last second: where there is no limit, what was too much
     */
    void throttled(long takenAt, long now, int lastSecond) {
        if (takenAt - throttledAt <= 0) {
            return;
        }
        double before = perSecond(now);
        double tooMuch = before > 0 ? before : Math.max(1, lastSecond);
        ceiling = Math.max(1, tooMuch / 2);
        step = (limit > 0 ? limit : tooMuch) * STEP;
        steps = 0;
        throttledAt = now;
        pausedUntil = now + nextPause;
        steppedAt = pausedUntil;
        nextPause = Math.min(LONGEST_PAUSE, nextPause * 2);
    }

    void pause(long now, long pause) {
        pausedUntil = Math.max(pausedUntil, now + pause);
    }

    /** A submit_sm that took its place after the throttling was not throttled. */
    void succeeded(long takenAt) {
        if (takenAt - throttledAt > 0) {
            nextPause = SHORTEST_PAUSE;
        }
    }

    private void rise(long now) {
        while (ceiling > 0 && now - steppedAt >= SegmentRate.SECOND) {
            ceiling += step;
            steppedAt += SegmentRate.SECOND;
            steps++;
            if (limit > 0 ? ceiling >= limit : steps >= STEPS_WITHOUT_LIMIT) {
                ceiling = 0;
            }
        }
    }

    private double warmth(long now) {
        long age = now - warmSince;
        return age >= WARM_UP ? 1 : WARM_UP_FROM + (1 - WARM_UP_FROM) * age / WARM_UP;
    }
}
