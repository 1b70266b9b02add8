package vn.canhbao.gateway.camel;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import vn.canhbao.gateway.smpp.DeliverSm;
import vn.canhbao.gateway.smpp.SmppLink;

/** Keeps the link's binds up while its route runs, and sends each deliver_sm through the route. */
class SmscConsumer extends DefaultConsumer {

    private final SmppLink link;

    SmscConsumer(SmscEndpoint endpoint, Processor processor, SmppLink link) {
        super(endpoint, processor);
        this.link = link;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        link.start(this::receive);
    }

    @Override
    protected void doStop() throws Exception {
        link.drain(link.settings().responseTimeout());
        super.doStop();
    }

    private void receive(DeliverSm deliverSm) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(deliverSm);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
