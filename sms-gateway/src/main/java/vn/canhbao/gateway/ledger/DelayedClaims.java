package vn.canhbao.gateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.DelayedMessages;
import vn.canhbao.core.message.MessageDelay;
import vn.canhbao.gateway.link.LinkRouting;

/** The delayed messages that a link takes when their time has come, before all others. */
public final class DelayedClaims {

    /** What is due and can't be taken (its wave is paused, another link must take it) is looked at again. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** What other nodes delay is seen after this. */
    private static final Duration LATER = Duration.ofSeconds(30);

    private final String node;
    private final String link;
    private final Carries carries;
    private final BooleanSupplier sends;
    private final DelayedMessages delayed;
    private final LinkRouting routing;
    private final DelayTimes times;
    private final Rerouted rerouted;

    /**
     * @param carries which campaigns the link carries
     * @param sends whether this node may send over the link now
     */
    public DelayedClaims(
            String node,
            String link,
            Carries carries,
            BooleanSupplier sends,
            DelayedMessages delayed,
            LinkRouting routing,
            DelayTimes times,
            Rerouted rerouted) {
        this.node = node;
        this.link = link;
        this.carries = carries;
        this.sends = sends;
        this.delayed = delayed;
        this.routing = routing;
        this.times = times;
        this.rerouted = rerouted;
    }

    /** At most {@code room} of those that are due, in the caller's transaction. */
    List<ClaimedMessage> claim(int room, Instant now) {
        if (!times.due(link, now) || !sends.getAsBoolean()) {
            return List.of();
        }
        Instant earliest = delayed.earliest().orElse(null);
        if (earliest == null || earliest.isAfter(now)) {
            times.looked(link, earliest == null || earliest.isAfter(now.plus(LATER)) ? now.plus(LATER) : earliest);
            return List.of();
        }
        List<DelayedMessages.Due> due = delayed.claim(
                new DelayedMessages.Taker(
                        node, link, carries, routing.mayServe(link), routing.operatorsOf(link), routing.out()),
                room,
                now);
        times.looked(link, due.isEmpty() ? now.plus(SOON) : now);
        due.stream()
                .filter(taken -> taken.reason() == MessageDelay.Reason.WRONG_NETWORK)
                .forEach(taken -> rerouted.add(taken.message()));
        return due.stream().map(DelayedMessages.Due::message).toList();
    }
}
