package vn.canhbao.gateway.control;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import vn.canhbao.core.link.BindLease;
import vn.canhbao.core.link.BindLeases;
import vn.canhbao.core.link.GatewayNode;
import vn.canhbao.core.link.GatewayNodes;
import vn.canhbao.core.link.LinkOrders;
import vn.canhbao.gateway.smpp.SmppLink;

/**
 * Keeps this node's leases: renews them, takes what is free up to the node's fair part, hands over what another node
 * lacks. A slot that is handed over leaves the {@link Fleet} first, which lowers rate and window and unbinds it; only
 * then is it given back.
 */
final class LeaseKeeper {

    private final String node;
    private final Map<String, SmppLink> links;
    private final BindLeases leases;
    private final GatewayNodes nodes;
    private final LinkOrders orders;
    private final Fleet fleet;
    private final Clock clock;
    private final LongSupplier nanos;
    private final LeaseTimings timings;
    private final Map<String, Integer> leaving = new HashMap<>();
    private boolean prepared;
    private long renewedAt;

    LeaseKeeper(
            String node,
            Map<String, SmppLink> links,
            LeaseTables tables,
            Fleet fleet,
            LongSupplier nanos,
            LeaseTimings timings) {
        this.node = node;
        this.links = links;
        leases = tables.leases();
        nodes = tables.nodes();
        orders = tables.orders();
        clock = tables.clock();
        this.fleet = fleet;
        this.nanos = nanos;
        this.timings = timings;
        renewedAt = nanos.getAsLong() - timings.renewal().toNanos();
    }

    /** One look at the tables; throws where the database is away, and the fleet then forgets the slots by itself. */
    void look() {
        prepare();
        renewWhenDue();
        Instant now = clock.instant();
        List<GatewayNode> living = nodes.all().stream()
                .filter(other -> other.seenAt().isAfter(now.minus(timings.lease())))
                .toList();
        Map<String, List<BindLease>> all = leases.all().stream().collect(Collectors.groupingBy(BindLease::link));
        Map<String, Set<Integer>> held = new HashMap<>();
        Set<String> boundElsewhere = new HashSet<>();
        links.forEach((name, link) -> {
            List<BindLease> ofLink = all.getOrDefault(name, List.of()).stream()
                    .filter(lease -> lease.slot() <= link.settings().binds())
                    .toList();
            held.put(name, keep(link, ofLink, nodesWith(name, living), now));
            if (ofLink.stream().anyMatch(lease -> isBoundElsewhere(lease, now))) {
                boundElsewhere.add(name);
            }
        });
        fleet.read(new Fleet.Reading(orders.all(), held, boundElsewhere, renewedAt));
    }

    private void prepare() {
        if (!prepared) {
            links.forEach((name, link) -> leases.prepare(name, link.settings().binds()));
            prepared = true;
        }
    }

    private void renewWhenDue() {
        long asked = nanos.getAsLong();
        if (asked - renewedAt >= timings.renewal().toNanos()) {
            Instant now = clock.instant();
            nodes.beat(node, links.keySet(), now);
            leases.renew(node, end(now), free(end(now)));
            renewedAt = asked;
        }
    }

    /** Returns the slots of a link that this node goes on with. */
    private Set<Integer> keep(SmppLink link, List<BindLease> ofLink, SortedSet<String> sharing, Instant now) {
        Set<Integer> bound = link.boundSlots();
        TreeSet<Integer> mine = new TreeSet<>();
        for (BindLease lease : ofLink) {
            if (lease.isHeldBy(node)) {
                mine.add(lease.slot());
                if (lease.bound() != bound.contains(lease.slot())) {
                    leases.bound(link.name(), lease.slot(), node, !lease.bound());
                }
            }
        }
        FairShare share = new FairShare(node, ofLink, sharing);
        mine.addAll(take(link.name(), ofLink, share.mayTake(), now));
        handOver(link, mine, share, now);
        return mine;
    }

    // One at a time: what the shares are after it shows with the next look.
    private void handOver(SmppLink link, TreeSet<Integer> mine, FairShare share, Instant now) {
        Integer slot = leaving.get(link.name());
        if (slot == null) {
            if (!mine.isEmpty() && share.mustHandOver()) {
                leaving.put(link.name(), mine.removeLast());
            }
            return;
        }
        mine.remove(slot);
        if (!link.openSlots().contains(slot)) {
            leases.giveBack(link.name(), slot, node, now, free(now));
            leaving.remove(link.name());
        }
    }

    private List<Integer> take(String link, List<BindLease> ofLink, int atMost, Instant now) {
        List<Integer> taken = new ArrayList<>();
        for (BindLease lease : ofLink) {
            if (taken.size() < atMost
                    && !lease.isHeldBy(node)
                    && lease.mayBeTaken(now)
                    && leases.take(link, lease.slot(), node, now, end(now), free(end(now)))) {
                taken.add(lease.slot());
            }
        }
        return taken;
    }

    private SortedSet<String> nodesWith(String link, List<GatewayNode> living) {
        SortedSet<String> names = living.stream()
                .filter(other -> other.links().contains(link))
                .map(GatewayNode::name)
                .collect(Collectors.toCollection(TreeSet::new));
        names.add(node);
        return names;
    }

    private boolean isBoundElsewhere(BindLease lease, Instant now) {
        return lease.bound()
                && !lease.isHeldBy(node)
                && lease.node() != null
                && lease.expiresAt().isAfter(now);
    }

    /** Gives everything back, all binds being closed. */
    void giveBackAll() {
        Instant now = clock.instant();
        for (BindLease lease : leases.all()) {
            if (lease.isHeldBy(node)) {
                leases.giveBack(lease.link(), lease.slot(), node, now, free(now));
            }
        }
    }

    private Instant end(Instant now) {
        return now.plus(timings.lease());
    }

    private Instant free(Instant end) {
        return end.plus(timings.quiet());
    }
}
