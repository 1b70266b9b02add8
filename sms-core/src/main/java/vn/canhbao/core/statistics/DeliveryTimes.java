package vn.canhbao.core.statistics;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Times from submit_sm to the final receipt as a histogram: each bucket is a tenth wide, so percentiles are within 5 %. */
public final class DeliveryTimes {

    private final Map<Integer, Long> messages = new TreeMap<>();

    static int bucket(Duration time) {
        return (int) Math.floor(10 * Math.log1p(Math.max(0, time.toMillis())));
    }

    public void add(int bucket, long count) {
        messages.merge(bucket, count, Long::sum);
    }

    /**
     * Within which the share of the messages had its receipt; {@code null} without any.
     *
     * @param share 0.95 for p95
     * @return seconds
     */
    public Double percentile(double share) {
        long total = messages.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : messages.entrySet()) {
            seen += entry.getValue();
            if (seen >= Math.max(1, share * total)) {
                return Math.expm1((entry.getKey() + 0.5) / 10) / 1000;
            }
        }
        return null;
    }
}
