package vn.canhbao.gateway.camel;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import vn.canhbao.gateway.ledger.LinkLedger;

/** The claims of one link. */
class ClaimEndpoint extends DefaultEndpoint {

    private final LinkLedger ledger;

    ClaimEndpoint(String uri, ClaimComponent component, LinkLedger ledger) {
        super(uri, component);
        this.ledger = ledger;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("messages are claimed from claim:, not sent to it");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ClaimConsumer consumer = new ClaimConsumer(this, processor, ledger);
        configureConsumer(consumer);
        return consumer;
    }
}
