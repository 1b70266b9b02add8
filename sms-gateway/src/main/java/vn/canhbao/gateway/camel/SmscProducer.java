package vn.canhbao.gateway.camel;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.gateway.smpp.MessageSubmission;

/** Sends a claimed message on a virtual thread of its own: jSMPP's submit waits for the answer. */
class SmscProducer extends DefaultAsyncProducer {

    private final String link;
    private final MessageSubmission submission;
    private final SubmitMeters meters;

    SmscProducer(SmscEndpoint endpoint, String link, MessageSubmission submission, SubmitMeters meters) {
        super(endpoint);
        this.link = link;
        this.submission = submission;
        this.meters = meters;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        ClaimedMessage message = exchange.getIn().getBody(ClaimedMessage.class);
        Thread.startVirtualThread(() -> {
            long started = System.nanoTime();
            try {
                MessageOutcome outcome = submission.send(message);
                meters.submitted(link, outcome, System.nanoTime() - started);
                exchange.getMessage().setBody(outcome);
            } catch (Exception failure) {
                exchange.setException(failure);
            }
            callback.done(false);
        });
        return false;
    }
}
