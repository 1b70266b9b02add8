package vn.canhbao.gateway.link;

import java.time.Duration;

/**
 * What a rate may be now: its limit, less while a fresh bind is warmed up, less after ESME_RTHROTTLED. Throttling pauses
 * everything, a tenth of a second at first, twice as long each time that nothing was accepted meanwhile; it lowers the
 * rate by a tenth, or halves it where nothing was accepted. Then the rate rises by a twentieth of the limit a second until
 * it is throttled again or back at the limit (additive increase, multiplicative decrease: it settles just below what the
 * SMSC takes).
 */
final class RateControl {

    private static final long SHORTEST_PAUSE = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(60).toNanos();
    private static final double LESS = 0.9;
    private static final double HALF = 0.5;
    private static final double STEP = 0.05;
    /** Without a limit of ours: so many steps up from the lowered rate, then it counts as unlimited again. */
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
    private long loweredAt;
    private boolean acceptedSince = true;
    private long pausedUntil;
    private long nextPause = SHORTEST_PAUSE;

    RateControl(int limit, long now) {
        this.limit = limit;
        throttledAt = now - 1;
        loweredAt = now - SegmentRate.SECOND;
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
        nextPause = acceptedSince ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, nextPause * 2);
        throttledAt = now;
        pausedUntil = now + nextPause;
        lower(now, lastSecond);
        if (!acceptedSince) {
            // Nothing says yet that more would be taken.
            steppedAt += nextPause;
        }
        acceptedSince = false;
    }

    // At most once a second: whether a lower rate is low enough can't be seen sooner. An SMSC that throttles some
    // submits
    // whatever the rate would otherwise stop the link.
    private void lower(long now, int lastSecond) {
        if (now - loweredAt < SegmentRate.SECOND) {
            return;
        }
        double before = perSecond(now);
        double tooMuch = before > 0 ? before : Math.max(1, lastSecond);
        if (limit > 0) {
            step = limit * STEP;
        } else if (ceiling == 0) {
            step = tooMuch * STEP;
        }
        ceiling = Math.max(1, tooMuch * (acceptedSince ? LESS : HALF));
        loweredAt = now;
        steppedAt = now;
        steps = 0;
    }

    void pause(long now, long pause) {
        pausedUntil = Math.max(pausedUntil, now + pause);
    }

    /** A submit_sm that took its place after the throttling was not throttled. */
    void succeeded(long takenAt) {
        acceptedSince |= takenAt - throttledAt > 0;
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
