package vn.canhbao.gateway.camel;

import java.time.Clock;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import vn.canhbao.gateway.ledger.LinkLedger;
import vn.canhbao.gateway.link.WaveGate;
import vn.canhbao.gateway.smpp.MessageSubmission;
import vn.canhbao.gateway.smpp.SmppLink;

/** One link. */
class SmscEndpoint extends DefaultEndpoint {

    private final SmppLink link;
    private final LinkLedger ledger;
    private final WaveGate.LastLook lastLook;
    private final SubmitMeters meters;
    private final Clock clock;

    SmscEndpoint(
            String uri,
            SmscComponent component,
            SmppLink link,
            LinkLedger ledger,
            WaveGate.LastLook lastLook,
            SubmitMeters meters,
            Clock clock) {
        super(uri, component);
        this.link = link;
        this.ledger = ledger;
        this.lastLook = lastLook;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Producer createProducer() {
        return new SmscProducer(
                this, link.name(), new MessageSubmission(link, ledger.ahead(), lastLook, clock, ledger::late), meters);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SmscConsumer consumer = new SmscConsumer(this, processor, link);
        configureConsumer(consumer);
        return consumer;
    }
}
