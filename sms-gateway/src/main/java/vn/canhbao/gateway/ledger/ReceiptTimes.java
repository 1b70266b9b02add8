package vn.canhbao.gateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.gateway.link.ReceiptSpeed;
import vn.canhbao.gateway.link.TrafficShares;

/** Follows how soon the receipts of a link come, and tells it to those who share out the traffic. */
public final class ReceiptTimes {

    private static final Logger log = LoggerFactory.getLogger(ReceiptTimes.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final String link;
    private final LedgerTables tables;
    private final ReceiptSpeed speed;
    private final TrafficShares shares;
    private Instant nextLook = Instant.MIN;

    public ReceiptTimes(String link, LedgerTables tables, TrafficShares shares) {
        this.link = link;
        this.tables = tables;
        this.shares = shares;
        speed = new ReceiptSpeed(tables.clock());
    }

    void saw(List<MessageOutcome> outcomes, List<JournalledReceipt> receipts) {
        for (MessageOutcome outcome : outcomes) {
            for (SegmentOutcome segment : outcome.segments()) {
                if (segment.accepted() && segment.receiptWanted()) {
                    speed.accepted(segment.idKey(), segment.submittedAt());
                }
            }
        }
        for (JournalledReceipt receipt : receipts) {
            if (receipt.idKey() != null && receipt.state().isFinal()) {
                speed.received(receipt.idKey(), receipt.receivedAt());
            }
        }
    }

    void measureWhenDue() {
        Instant now = tables.clock().instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(INTERVAL);
        List<String> missing = speed.missing();
        try {
            if (!missing.isEmpty()) {
                // Receipts that came to another node are in the table all the same.
                tables.matcher().receiptTimes(link, missing).forEach(speed::received);
                speed.missing().forEach(speed::slow);
            }
        } catch (RuntimeException databaseAway) {
            log.warn("Kênh {}: chưa xem được biên nhận chậm (database away): {}", link, databaseAway.getMessage());
            return;
        }
        shares.measured(link, speed.slowShare());
    }
}
