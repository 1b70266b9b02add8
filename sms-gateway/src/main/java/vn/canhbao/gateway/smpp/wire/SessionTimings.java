package vn.canhbao.gateway.smpp.wire;

import java.time.Duration;

/**
 * What a session waits for.
 *
 * @param responseTimeout for an answer, before its request is overdue
 * @param enquireLinkInterval silence of the SMSC, before it is asked whether it is there
 */
public record SessionTimings(Duration responseTimeout, Duration enquireLinkInterval) {

    private static final Duration LONGEST_TICK = Duration.ofMillis(250);
    private static final Duration SHORTEST_TICK = Duration.ofMillis(10);
    private static final Duration UNBIND_PATIENCE = Duration.ofSeconds(2);

    /** How often the clock is looked at: a tenth of what is waited for. */
    Duration tick() {
        Duration shortest = responseTimeout.compareTo(enquireLinkInterval) < 0 ? responseTimeout : enquireLinkInterval;
        Duration tenth = shortest.dividedBy(10);
        return tenth.compareTo(LONGEST_TICK) > 0
                ? LONGEST_TICK
                : tenth.compareTo(SHORTEST_TICK) < 0 ? SHORTEST_TICK : tenth;
    }

    /** How long unbind_resp is waited for. */
    Duration unbindPatience() {
        return responseTimeout.compareTo(UNBIND_PATIENCE) < 0 ? responseTimeout : UNBIND_PATIENCE;
    }
}
