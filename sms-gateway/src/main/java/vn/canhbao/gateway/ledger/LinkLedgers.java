package vn.canhbao.gateway.ledger;

import java.time.Duration;
import java.util.Map;
import vn.canhbao.core.receipt.JournalledReceipt;

/** The ledgers of all links, by name. */
public record LinkLedgers(Map<String, LinkLedger> byName, Duration patience) implements AutoCloseable {

    public LinkLedger of(String link) {
        LinkLedger ledger = byName.get(link);
        if (ledger == null) {
            throw new IllegalArgumentException("there is no link '" + link + "'; the links are " + byName.keySet());
        }
        return ledger;
    }

    /** Hands a receipt to its link's ledger. */
    public void received(JournalledReceipt receipt) {
        try {
            of(receipt.link()).received(receipt);
        } catch (InterruptedException stop) {
            // It is in the journal: the next start applies it.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        byName.values().forEach(LinkLedger::stopClaiming);
        for (LinkLedger ledger : byName.values()) {
            ledger.close(patience);
        }
    }
}
