package vn.canhbao.gateway.camel;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.receipt.Reception;
import vn.canhbao.gateway.smpp.DeliverSm;

/** The two routes of every configured link. */
@Component
class LinkRoutes extends RouteBuilder {

    private final LinkPlan plan;
    private final Reception reception;

    LinkRoutes(LinkPlan plan, Reception reception) {
        this.plan = plan;
        this.reception = reception;
    }

    @Override
    public void configure() {
        // An exchange that fails goes back to its consumer, which answers for it: the claim with a doubt, the deliver_sm
        // with a temporary error.
        errorHandler(noErrorHandler());
        plan.links().keySet().forEach(link -> {
            // Stopped in the reverse order: first the claims, then, with every answer in, the binds.
            from("smsc:" + link)
                    .routeId("receipts-" + link)
                    .routeGroup("receipts")
                    .process(exchange -> reception.accept(exchange.getIn().getBody(DeliverSm.class)));
            from("claim:" + link)
                    .routeId("submit-" + link)
                    .routeGroup("submit")
                    .to("smsc:" + link);
        });
    }
}
