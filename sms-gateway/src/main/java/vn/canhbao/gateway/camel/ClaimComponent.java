package vn.canhbao.gateway.camel;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;
import vn.canhbao.gateway.ledger.LinkLedgers;

/** {@code claim:link}: consumes the messages that the link's ledger claims. */
@Component("claim-component")
class ClaimComponent extends DefaultComponent {

    private final LinkLedgers ledgers;

    ClaimComponent(LinkLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String link, Map<String, Object> parameters) {
        return new ClaimEndpoint(uri, this, ledgers.of(link));
    }
}
