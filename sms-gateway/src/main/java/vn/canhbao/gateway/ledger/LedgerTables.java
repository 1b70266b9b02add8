package vn.canhbao.gateway.ledger;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.message.MessageQueue;
import vn.canhbao.core.message.ReceiptMatcher;
import vn.canhbao.core.message.WaveSpreads;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.ReceiptJournal;
import vn.canhbao.core.receipt.ReceiptOrphans;
import vn.canhbao.gateway.link.DestinationFormat;

/** What a ledger writes to. */
@Component
public record LedgerTables(
        MessageQueue queue,
        WaveSpreads spreads,
        ReceiptMatcher matcher,
        ReceiptJournal journal,
        ReceiptOrphans orphans,
        OrphanCare care,
        TransactionTemplate transaction,
        Clock clock) {

    /** What a node journalled and had not applied, the numbers as we keep them: some operators write 0912345678. */
    List<JournalledReceipt> unapplied(String node, String link, int limit) {
        return journal.unapplied(node, link, limit).stream()
                .map(receipt -> receipt.readAs(receipt.idKey(), DestinationFormat.msisdn(receipt.msisdn())))
                .toList();
    }
}
