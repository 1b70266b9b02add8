package vn.canhbao.gateway.control;

import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.link.LinkOrder;

/** What this node knows of orders and leases: as last read, and its own slots only as long as their leases surely hold. */
public final class Fleet {

    private final LongSupplier nanos;
    private final long validNanos;
    private final long cutNanos;
    private volatile Reading reading;

    /**
     * @param held this node's slots, by link, without those that it hands over
     * @param boundElsewhere links that another node has a bind of
     * @param renewedAt when the renewal that these slots rest on was asked for
     */
    record Reading(
            Map<String, LinkOrder> orders,
            Map<String, Set<Integer>> held,
            Set<String> boundElsewhere,
            long renewedAt) {}

    public Fleet() {
        this(System::nanoTime, LeaseTimings.USUAL);
    }

    Fleet(LongSupplier nanos, LeaseTimings timings) {
        this.nanos = nanos;
        validNanos = timings.dropAfter().toNanos();
        cutNanos = timings.cutAfter().toNanos();
        reading = new Reading(Map.of(), Map.of(), Set.of(), nanos.getAsLong() - validNanos);
    }

    void read(Reading newReading) {
        reading = newReading;
    }

    /** How a link is to run. */
    public LinkOrder order(String link) {
        return reading.orders().getOrDefault(link, LinkOrder.none(link));
    }

    /** The slots of a link that this node may use now. */
    public Set<Integer> slots(String link) {
        Reading now = reading;
        return nanos.getAsLong() - now.renewedAt() < validNanos ? now.held().getOrDefault(link, Set.of()) : Set.of();
    }

    /** Whether the leases are about to run out unrenewed: no session may be left. */
    boolean leasesAreOver() {
        return nanos.getAsLong() - reading.renewedAt() >= cutNanos;
    }

    /** Whether this node may claim messages for a link that is bound. */
    public boolean mayClaim(String link) {
        return order(link).desired() == DesiredState.RUNNING && !slots(link).isEmpty();
    }

    /** Whether another node sends over the link: then its messages are not sent elsewhere for want of a bind here. */
    public boolean runsElsewhere(String link) {
        return order(link).desired() == DesiredState.RUNNING
                && reading.boundElsewhere().contains(link);
    }
}
