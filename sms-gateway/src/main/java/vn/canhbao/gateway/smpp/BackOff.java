package vn.canhbao.gateway.smpp;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a slot waits before its next attempt to bind: longer after each failure. */
final class BackOff {

    private static final int MOST_DOUBLINGS = 20;

    private final BindTimings timings;
    private int failures;
    private int alreadyBound;

    BackOff(BindTimings timings) {
        this.timings = timings;
    }

    Duration afterFailure(BindFailed.Kind kind) {
        if (kind == BindFailed.Kind.ALREADY_BOUND) {
            return doubled(timings.alreadyBound(), alreadyBound++, timings.alreadyBoundLongest());
        }
        alreadyBound = 0;
        return jittered();
    }

    /** @param proved whether the bind was of use: one that is cut off again at once counts as a failure */
    Duration afterEnd(boolean proved) {
        if (proved) {
            reset();
        }
        return jittered();
    }

    void reset() {
        failures = 0;
        alreadyBound = 0;
    }

    // Full jitter: after a power cut all links of all offices would otherwise knock at the same second.
    private Duration jittered() {
        long ceiling =
                doubled(timings.shortest(), ++failures, timings.longest()).toMillis();
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(timings.shortest().toMillis() / 2, ceiling + 1));
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        Duration doubled = first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
