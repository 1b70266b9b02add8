package vn.canhbao.gateway.control;

import java.util.List;
import java.util.SortedSet;
import vn.canhbao.core.link.BindLease;

/**
 * How a link's slots are shared by the nodes that live and have the link: evenly, and what is held already is moved only
 * where a node has less than its part. With one slot and two nodes the second one stands by.
 */
final class FairShare {

    private final String me;
    private final List<BindLease> leases;
    private final SortedSet<String> nodes;

    /** @param nodes those that live and have the link, this one too */
    FairShare(String me, List<BindLease> leases, SortedSet<String> nodes) {
        this.me = me;
        this.leases = leases;
        this.nodes = nodes;
    }

    /** How many more slots this node may take. */
    int mayTake() {
        return Math.max(0, atMost() - held(me));
    }

    /** Whether this node is to hand one of its slots over. */
    boolean mustHandOver() {
        int held = held(me);
        if (held > atMost()) {
            return true;
        }
        // What is free or on its way to somebody goes to the poor first.
        boolean somebodyIsPoor = nodes.stream().anyMatch(node -> held(node) < atLeast());
        return somebodyIsPoor && nothingIsOnItsWay() && held > atLeast() && me.equals(richest());
    }

    private int atLeast() {
        return leases.size() / nodes.size();
    }

    private int atMost() {
        return Math.ceilDiv(leases.size(), nodes.size());
    }

    private String richest() {
        return nodes.stream().filter(node -> held(node) > atLeast()).findFirst().orElse("");
    }

    private boolean nothingIsOnItsWay() {
        return leases.stream().allMatch(lease -> nodes.contains(lease.node() == null ? "" : lease.node()));
    }

    private int held(String node) {
        return (int) leases.stream().filter(lease -> lease.isHeldBy(node)).count();
    }
}
