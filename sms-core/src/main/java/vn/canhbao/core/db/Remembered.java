package vn.canhbao.core.db;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that are dear to find, kept a while: for twenty times as long as each took to find, so that people who look at a
 * page again and again never cost more than a twentieth of one connection's time. What took under 150 ms is always found anew.
 * An answer that is past its time is shown once more while it is found anew beside, unless it is older than two minutes.
 */
public final class Remembered<V> {

    private static final Duration CHEAP = Duration.ofMillis(150);
    private static final Duration TOO_OLD = Duration.ofMinutes(2);
    private static final int SHARE = 20;
    private static final int MOST = 500;

    /** An answer and when it was found. */
    public record Answer<V>(V value, Instant at, Duration took) {}

    private final Function<Long, V> source;
    private final Clock clock;
    private final Map<Long, Answer<V>> known = new ConcurrentHashMap<>();
    private final Set<Long> asked = ConcurrentHashMap.newKeySet();

    public Remembered(Function<Long, V> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** What the source answers for the key, now or a while ago. */
    public Answer<V> get(long key) {
        Answer<V> last = known.get(key);
        Instant now = clock.instant();
        if (last == null
                || last.took().compareTo(CHEAP) < 0
                || last.at().plus(TOO_OLD).isBefore(now)) {
            return find(key);
        }
        if (last.at().plus(last.took().multipliedBy(SHARE)).isBefore(now) && asked.add(key)) {
            Thread.startVirtualThread(() -> {
                try {
                    find(key);
                } finally {
                    asked.remove(key);
                }
            });
        }
        return last;
    }

    private Answer<V> find(long key) {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        V value = source.apply(key);
        Answer<V> found = new Answer<>(value, at, Duration.ofNanos(System.nanoTime() - begun));
        if (found.took().compareTo(CHEAP) >= 0) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, found);
        } else {
            known.remove(key);
        }
        return found;
    }
}
