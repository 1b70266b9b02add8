package vn.canhbao.gateway.camel;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.gateway.ledger.LinkLedger;

/** Makes an exchange of each claimed message, and settles the message with what the exchange holds when it is done. */
class ClaimConsumer extends DefaultConsumer {

    private final LinkLedger ledger;

    ClaimConsumer(ClaimEndpoint endpoint, Processor processor, LinkLedger ledger) {
        super(endpoint, processor);
        this.ledger = ledger;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ledger.claimFor(this::process);
    }

    @Override
    protected void doSuspend() throws Exception {
        ledger.stopClaiming();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        ledger.claimFor(this::process);
    }

    @Override
    protected void doStop() throws Exception {
        ledger.stopClaiming();
        super.doStop();
    }

    private void process(ClaimedMessage message) {
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(message);
        getAsyncProcessor().process(exchange, doneSync -> {
            ledger.settled(outcome(exchange, message));
            releaseExchange(exchange, false);
        });
    }

    // Whatever went wrong in the route, the SMSC may have the message: only the producer can say that it never had it.
    private static MessageOutcome outcome(Exchange exchange, ClaimedMessage message) {
        if (exchange.getException() == null
                && exchange.getMessage().getBody() instanceof MessageOutcome outcome) {
            return outcome;
        }
        return new MessageOutcome(
                message.id(), MessageStatus.UNANSWERED, List.of(), "route failed: " + exchange.getException());
    }
}
