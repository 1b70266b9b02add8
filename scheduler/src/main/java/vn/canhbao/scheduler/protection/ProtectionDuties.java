package vn.canhbao.scheduler.protection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.canhbao.core.audit.AuditChain;
import vn.canhbao.core.key.OfficeKeyCheck;
import vn.canhbao.core.protection.DataRequestDesk;
import vn.canhbao.core.protection.LateReceipts;

/** Seals what the audit trail has got, goes on with erasures that waited, and with what came after others. */
@Component
class ProtectionDuties {

    private static final Logger log = LoggerFactory.getLogger(ProtectionDuties.class);

    private final AuditChain chain;
    private final DataRequestDesk requests;
    private final LateReceipts lateReceipts;
    private final OfficeKeyCheck key;
    private boolean checked;

    ProtectionDuties(AuditChain chain, DataRequestDesk requests, LateReceipts lateReceipts, OfficeKeyCheck key) {
        this.chain = chain;
        this.requests = requests;
        this.lateReceipts = lateReceipts;
        this.key = key;
    }

    @Scheduled(fixedDelayString = "${canhbao.protection.seal-every:2s}", initialDelay = 1000)
    void seal() {
        if (hasKey()) {
            chain.seal();
        }
    }

    @Scheduled(fixedDelayString = "${canhbao.protection.erase-every:10m}", initialDelay = 60_000)
    void goOn() {
        if (hasKey()) {
            requests.goOn();
            lateReceipts.delete();
        }
    }

    // Sealed or hashed with another key, nothing would fit what is there.
    private boolean hasKey() {
        if (!checked) {
            try {
                key.check();
                checked = true;
            } catch (IllegalStateException wrong) {
                log.error(wrong.getMessage());
            }
        }
        return checked;
    }
}
