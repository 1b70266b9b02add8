package vn.canhbao.gateway.inbound;

import org.springframework.stereotype.Component;
import vn.canhbao.core.inbound.InboundSegments;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.smpp.DeliverSm;

/** Takes in what subscribers send. */
@Component
public class InboundIntake {

    private final LinkPlan plan;
    private final InboundSegments segments;

    InboundIntake(LinkPlan plan, InboundSegments segments) {
        this.plan = plan;
        this.segments = segments;
    }

    /** Returns when it is durable and may be answered; throws what the database throws. */
    public void accept(DeliverSm deliverSm) {
        segments.add(
                SegmentReader.read(deliverSm, plan.links().get(deliverSm.link()).encoding()));
    }
}
