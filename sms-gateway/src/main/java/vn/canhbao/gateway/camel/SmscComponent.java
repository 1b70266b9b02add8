package vn.canhbao.gateway.camel;

import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;
import vn.canhbao.gateway.ledger.LinkLedgers;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.WaveGate;
import vn.canhbao.gateway.smpp.SmppLinks;

/**
 * {@code smsc:link}: an SMPP link. As a producer it sends a claimed message, asynchronously, within the link's rate and
 * window, and answers with a {@code MessageOutcome}; as a consumer it hands over each deliver_sm and answers it when the
 * exchange is done.
 */
@Component("smsc-component")
class SmscComponent extends DefaultComponent {

    private final SmppLinks links;
    private final LinkLedgers ledgers;
    private final LinkPlan plan;
    private final WaveGate gate;
    private final SubmitMeters meters;
    private final Clock clock;

    SmscComponent(
            SmppLinks links, LinkLedgers ledgers, LinkPlan plan, WaveGate gate, SubmitMeters meters, Clock clock) {
        this.links = links;
        this.ledgers = ledgers;
        this.plan = plan;
        this.gate = gate;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String link, Map<String, Object> parameters) {
        return new SmscEndpoint(
                uri, this, links.of(link), ledgers.of(link), gate.of(plan.carries(link)), meters, clock);
    }
}
