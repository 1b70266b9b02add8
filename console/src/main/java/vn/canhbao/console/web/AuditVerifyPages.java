package vn.canhbao.console.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import vn.canhbao.core.audit.AuditChain;

/** The button that looks at every seal of the audit trail. */
@Controller
class AuditVerifyPages {

    private final AuditChain chain;

    AuditVerifyPages(AuditChain chain) {
        this.chain = chain;
    }

    @PostMapping("/audit/verify")
    String verify(Model model) {
        model.addAttribute("verdict", chain.verify());
        return "audit-verdict";
    }
}
