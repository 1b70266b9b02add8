package vn.canhbao.gateway.ledger;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.canhbao.core.message.OrphanSegments;
import vn.canhbao.gateway.receipt.ReceiptCounts;
import vn.canhbao.gateway.receipt.ReceiptIdFormats;

/**
 * What the receipts need that found no segment.
 *
 * @param giveUpAfter how long they are tried; after it they stay in the journal alone
 */
@Component
public record OrphanCare(
        ReceiptCounts counts,
        ReceiptIdFormats formats,
        OrphanSegments segments,
        @Value("${canhbao.receipts.give-up-after:8d}") Duration giveUpAfter) {}
