package vn.canhbao.core.link;

import java.time.Instant;

/**
 * How people want a link to run, on every node.
 *
 * @param submitsPerSecond segments a second over all nodes; {@code null}: as configured
 * @param window over all nodes; {@code null}: as configured
 * @param starts how often it was started: each start closes the breakers
 * @param changedBy {@code null}: nobody has changed anything yet
 */
public record LinkOrder(
        String link,
        DesiredState desired,
        Integer submitsPerSecond,
        Integer window,
        int starts,
        String changedBy,
        Instant changedAt,
        String reason) {

    /** As configured. */
    public static LinkOrder none(String link) {
        return new LinkOrder(link, DesiredState.RUNNING, null, null, 0, null, null, null);
    }

    public LinkOrder desiring(DesiredState state) {
        return new LinkOrder(link, state, submitsPerSecond, window, starts, changedBy, changedAt, reason);
    }

    public LinkOrder started() {
        return new LinkOrder(
                link, DesiredState.RUNNING, submitsPerSecond, window, starts + 1, changedBy, changedAt, reason);
    }

    public LinkOrder withLimits(Integer newSubmitsPerSecond, Integer newWindow) {
        return new LinkOrder(link, desired, newSubmitsPerSecond, newWindow, starts, changedBy, changedAt, reason);
    }

    public LinkOrder signed(String by, Instant at, String why) {
        return new LinkOrder(link, desired, submitsPerSecond, window, starts, by, at, why);
    }
}
