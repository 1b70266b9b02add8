package vn.canhbao.core.receipt;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** A count since the start and over the last 60 minutes, in a ring of minutes. */
public final class RecentCount {

    private static final int MINUTES = 60;
    private static final int BITS_OF_COUNT = 32;

    private final LongAdder total = new LongAdder();
    /** In each place the minute since 1970, then the count of that minute. */
    private final AtomicLongArray ring = new AtomicLongArray(MINUTES);

    public void add(Instant at, int count) {
        total.add(count);
        long minute = minute(at);
        ring.accumulateAndGet(
                (int) (minute % MINUTES),
                count,
                (place, more) -> place >>> BITS_OF_COUNT == minute
                        ? place + more
                        : place >>> BITS_OF_COUNT > minute ? place : minute << BITS_OF_COUNT | more);
    }

    public long sinceStart() {
        return total.sum();
    }

    /** This minute and the 59 before it. */
    public long lastHour(Instant now) {
        long oldest = minute(now) - MINUTES + 1;
        long sum = 0;
        for (int i = 0; i < MINUTES; i++) {
            long place = ring.get(i);
            sum += place >>> BITS_OF_COUNT >= oldest ? place & 0xFFFF_FFFFL : 0;
        }
        return sum;
    }

    private static long minute(Instant at) {
        return at.getEpochSecond() / 60;
    }
}
