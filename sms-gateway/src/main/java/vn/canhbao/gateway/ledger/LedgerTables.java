package vn.canhbao.gateway.ledger;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.message.MessageQueue;
import vn.canhbao.core.message.ReceiptMatcher;
import vn.canhbao.core.receipt.ReceiptJournal;
import vn.canhbao.core.receipt.ReceiptOrphans;

/** What a ledger writes to. */
@Component
public record LedgerTables(
        MessageQueue queue,
        ReceiptMatcher matcher,
        ReceiptJournal journal,
        ReceiptOrphans orphans,
        TransactionTemplate transaction,
        Clock clock) {}
