package vn.canhbao.gateway.control;

import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.link.LinkOrder;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.smpp.SmppLink;

/** How a link runs on this node, for those who look at it. */
public final class RunningState {

    private RunningState() {}

    public static LinkState.Running of(SmppLink link, Fleet fleet) {
        LinkOrder order = fleet.order(link.name());
        LinkLimits limits = LinkLimits.of(order, link.settings());
        return new LinkState.Running(
                order.desired(),
                limits.submitsPerSecond(),
                limits.window(),
                fleet.slots(link.name()),
                (int) Math.round(link.rate().allowedPerSecond()),
                link.rate().currentPerSecond(),
                order.changedBy(),
                order.changedAt(),
                order.reason());
    }

    /** The state of its binds, told apart from what is meant to be so. */
    public static BindState bindState(SmppLink link, Fleet fleet) {
        BindState wire = link.state();
        if (wire != BindState.BINDING) {
            return wire;
        }
        if (fleet.order(link.name()).desired() == DesiredState.STOPPED) {
            return BindState.STOPPED;
        }
        return fleet.slots(link.name()).isEmpty() && fleet.runsElsewhere(link.name()) ? BindState.STANDBY : wire;
    }
}
