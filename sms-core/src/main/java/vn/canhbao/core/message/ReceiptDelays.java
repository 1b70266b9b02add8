package vn.canhbao.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.RecentCount;

/** How many receipts of each link came more than five minutes after submit_sm. */
final class ReceiptDelays {

    private static final Duration USUAL = Duration.ofMinutes(5);

    private final Map<String, RecentCount> late = new ConcurrentHashMap<>();

    void matched(JournalledReceipt receipt, Instant submittedAt) {
        if (receipt.receivedAt().isAfter(submittedAt.plus(USUAL))) {
            late(receipt.link()).add(receipt.receivedAt(), 1);
        }
    }

    RecentCount late(String link) {
        return late.computeIfAbsent(link, name -> new RecentCount());
    }
}
