package vn.canhbao.console.security.attempts;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many logins a minute an address may try, right or wrong, at this server: checking a password is dear. */
public final class LoginRate {

    private static final int ADDRESSES = 10_000;

    private final int perMinute;
    private final TimeMeter time;

    // The address that was silent longest goes first; whoever has ten thousand addresses is slowed by the lock-out
    // alone.
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    public LoginRate(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.time = new ByClock(clock);
    }

    /** Whether the address may try once more now; if so, that try is spent. */
    public boolean admits(String address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(
                    address,
                    unseen -> Bucket.builder()
                            .addLimit(Bandwidth.builder()
                                    .capacity(perMinute)
                                    .refillGreedy(perMinute, Duration.ofMinutes(1))
                                    .build())
                            .withCustomTimePrecision(time)
                            .build());
        }
        return bucket.tryConsume(1);
    }

    private record ByClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
