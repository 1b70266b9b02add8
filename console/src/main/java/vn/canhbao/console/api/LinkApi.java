package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;

/** How the links stand. */
@RestController
class LinkApi {

    private final Links links;

    LinkApi(Links links) {
        this.links = links;
    }

    @GetMapping("/api/v1/links")
    List<Link> all() {
        return links.all().stream().map(Link::of).toList();
    }

    /** A link; {@code submitsPerSecond} 0: no limit. */
    record Link(
            String name,
            String address,
            String systemId,
            List<String> operators,
            BindState state,
            int binds,
            int boundBinds,
            int window,
            int inFlight,
            int submitsPerSecond,
            String lastError,
            OffsetDateTime lastErrorAt,
            LinkState.ReceiptHealth receipts) {

        static Link of(LinkState link) {
            return new Link(
                    link.name(),
                    link.address(),
                    link.systemId(),
                    link.operators(),
                    link.state(),
                    link.binds(),
                    link.boundBinds(),
                    link.window(),
                    link.inFlight(),
                    link.submitsPerSecond(),
                    link.lastError(),
                    LocalTimes.of(link.lastErrorAt()),
                    link.receipts());
        }
    }
}
