package vn.canhbao.gateway.control;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.link.LinkOrder;
import vn.canhbao.gateway.ledger.LinkLedger;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.smpp.SmppLink;

/** Makes a link on this node run as ordered and leased; looks again and again, so it doesn't matter what it missed. */
final class LinkFollower {

    private final Fleet fleet;
    private final SmppLink link;
    private final LinkLedger ledger;
    private int starts = -1;
    private long stoppingSince;
    private boolean stopping;

    LinkFollower(Fleet fleet, SmppLink link, LinkLedger ledger) {
        this.fleet = fleet;
        this.link = link;
        this.ledger = ledger;
        // Nothing is bound before there is a lease.
        link.hold(Set.of());
    }

    synchronized void follow() {
        LinkOrder order = fleet.order(link.name());
        Set<Integer> slots = fleet.slots(link.name());
        limit(LinkLimits.of(order, link.settings()), slots);
        if (order.desired() == DesiredState.STOPPED) {
            stop();
        } else {
            stopping = false;
            link.hold(slots);
        }
        if (fleet.leasesAreOver() && !link.openSlots().isEmpty()) {
            link.cut();
        }
        if (starts >= 0 && starts != order.starts()) {
            link.restart();
        }
        starts = order.starts();
    }

    private void limit(LinkLimits limits, Set<Integer> slots) {
        int binds = link.settings().binds();
        link.rate()
                .limit(
                        limits.submitsPerSecond() == 0
                                ? 0
                                : Math.max(1, SlotShare.of(limits.submitsPerSecond(), slots, binds)));
        ledger.resize(SlotShare.of(limits.window(), slots, binds));
    }

    // Nothing is claimed any more: first what is claimed gets its answers, then the binds go.
    private void stop() {
        long now = System.nanoTime();
        if (!stopping) {
            stopping = true;
            stoppingSince = now;
        }
        LinkSettings settings = link.settings();
        if (ledger.inFlight() == 0
                || now - stoppingSince
                        > TimeUnit.MILLISECONDS.toNanos(
                                settings.responseTimeout().toMillis())) {
            link.hold(Set.of());
        }
    }
}
