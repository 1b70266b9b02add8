package vn.canhbao.gateway.smpp.simulator;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

/** How many submit_sm an account sends and keeps unanswered, counted as they arrive. Constant time for each. */
final class Traffic {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    // Arrival times of the last second: a ring that grows with the peak.
    private long[] arrivals = new long[1024];
    private int oldest;
    private int inLastSecond;
    private int peakInSecond;

    private long ordinal;
    private long last;
    private long busyNanos;
    private long busyGaps;

    private final AtomicInteger unanswered = new AtomicInteger();
    private final LongAccumulator peakUnanswered = new LongAccumulator(Math::max, 0);
    private final LongAccumulator peakBinds = new LongAccumulator(Math::max, 0);

    /** A submit_sm came; how many there have been. */
    long arrived() {
        peakUnanswered.accumulate(unanswered.incrementAndGet());
        return arrived(System.nanoTime());
    }

    synchronized long arrived(long now) {
        while (inLastSecond > 0 && now - arrivals[oldest] >= SECOND) {
            oldest = (oldest + 1) % arrivals.length;
            inLastSecond--;
        }
        if (inLastSecond == arrivals.length) {
            grow();
        }
        arrivals[(oldest + inLastSecond++) % arrivals.length] = now;
        peakInSecond = Math.max(peakInSecond, inLastSecond);
        if (ordinal++ > 0 && now - last < SECOND) {
            busyNanos += now - last;
            busyGaps++;
        }
        last = now;
        return ordinal;
    }

    private void grow() {
        long[] larger = new long[arrivals.length * 2];
        for (int i = 0; i < inLastSecond; i++) {
            larger[i] = arrivals[(oldest + i) % arrivals.length];
        }
        arrivals = larger;
        oldest = 0;
    }

    /** So many submit_sm are answered, or never will be. */
    void settled(int submits) {
        unanswered.addAndGet(-submits);
    }

    void bound(int binds) {
        peakBinds.accumulate(binds);
    }

    synchronized int peakPerSecond() {
        return peakInSecond;
    }

    /** Pauses of a second and more left out; 0 before the second submit_sm. */
    synchronized double meanPerSecond() {
        return busyNanos == 0 ? 0 : busyGaps * (double) SECOND / busyNanos;
    }

    int peakUnanswered() {
        return peakUnanswered.intValue();
    }

    int peakBinds() {
        return peakBinds.intValue();
    }
}
