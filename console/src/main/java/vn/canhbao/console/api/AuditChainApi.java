package vn.canhbao.console.api;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.audit.AuditChain;
import vn.canhbao.core.audit.ChainVerdict;

/** Looks at every seal of the audit trail. */
@RestController
class AuditChainApi {

    private final AuditChain chain;

    AuditChainApi(AuditChain chain) {
        this.chain = chain;
    }

    @PostMapping("/api/v1/audit/verify")
    ChainVerdict verify() {
        return chain.verify();
    }
}
