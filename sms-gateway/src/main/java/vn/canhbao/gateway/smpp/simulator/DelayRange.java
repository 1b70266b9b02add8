package vn.canhbao.gateway.smpp.simulator;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A delay between two bounds; where in between is a number's fate. */
public record DelayRange(
        @DefaultValue("0ms") Duration from,
        @DefaultValue("0ms") Duration to) {

    public static final DelayRange NONE = new DelayRange(Duration.ZERO, Duration.ZERO);

    public DelayRange {
        if (to.compareTo(from) < 0) {
            to = from;
        }
    }

    public static DelayRange millis(long from, long to) {
        return new DelayRange(Duration.ofMillis(from), Duration.ofMillis(to));
    }

    public static DelayRange of(Duration delay) {
        return new DelayRange(delay, delay);
    }

    /** The delay at a point of the range, 0 to 1. */
    long nanosAt(double share) {
        return from.toNanos() + Math.round((to.toNanos() - from.toNanos()) * share);
    }
}
