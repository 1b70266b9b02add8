package vn.canhbao.bench;

import java.util.Arrays;
import java.util.Locale;

/** Latencies of a run, in milliseconds. */
record Percentiles(double p50, double p95, double p99, double max) {

    /** @param nanos at least one */
    static Percentiles of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    // Nearest rank: a value that was measured, never one in between.
    private static double at(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    String text() {
        return "p50 %,8.1f   p95 %,8.1f   p99 %,8.1f   max %,8.1f ms".formatted(p50, p95, p99, max);
    }

    String json() {
        return String.format(Locale.ROOT, "{\"p50\":%.1f,\"p95\":%.1f,\"p99\":%.1f,\"max\":%.1f}", p50, p95, p99, max);
    }
}
