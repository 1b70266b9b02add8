package vn.canhbao.gateway.inbound;

import java.util.function.Function;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;

/** The keyword router: every message, put together, goes one of three ways. */
@Component
class InboundRoutes extends RouteBuilder {

    /** Takes an {@link InboundMessage} in the caller's transaction and answers with its {@link InboundKind}. */
    static final String INBOUND = "direct:inbound";

    private final InboundReader reader;
    private final KeywordRouter router;
    private final SubscriberRefusals refusals;
    private final AlertAcknowledgements acknowledgements;
    private final InboundSettings settings;

    InboundRoutes(
            InboundReader reader,
            KeywordRouter router,
            SubscriberRefusals refusals,
            AlertAcknowledgements acknowledgements,
            InboundSettings settings) {
        this.reader = reader;
        this.router = router;
        this.refusals = refusals;
        this.acknowledgements = acknowledgements;
        this.settings = settings;
    }

    @Override
    public void configure() {
        // What fails goes back to the reader, whose transaction it undoes.
        errorHandler(noErrorHandler());
        from("timer:inbound?period=" + settings.interval().toMillis())
                .routeId("inbound-read")
                .process(exchange -> reader.read());
        from(INBOUND)
                .routeId("inbound")
                .choice()
                .when(is(InboundKind.REFUSAL))
                .process(by(refusals::handle))
                .when(is(InboundKind.ACKNOWLEDGEMENT))
                .process(by(acknowledgements::handle))
                .otherwise()
                // It is kept as one that a person has to read.
                .process(by(message -> InboundKind.REPLY))
                .end();
    }

    private Predicate is(InboundKind kind) {
        return exchange -> router.kind(exchange.getIn().getBody(InboundMessage.class)) == kind;
    }

    private static Processor by(Function<InboundMessage, InboundKind> handler) {
        return exchange ->
                exchange.getMessage().setBody(handler.apply(exchange.getIn().getBody(InboundMessage.class)));
    }
}
