package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import vn.canhbao.core.db.DatabaseTrouble;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.WaitingReceipt;
import vn.canhbao.gateway.link.SmscMessageId;
import vn.canhbao.gateway.receipt.ReceiptCounts;

/** The receipts of a link that wait for their segment: tried again every half second, a block at a time, each in its turn. */
final class OrphanSweep {

    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);
    private static final int BLOCK = 1_000;
    private static final long INTERVAL_MILLIS = 500;

    private final String link;
    private final LedgerTables tables;
    private final FormatLearning learning;
    private final ReceiptCounts.OfLink count;
    private final AtomicLong waiting = new AtomicLong();
    private long nextSweep;
    private long sweptTo;

    OrphanSweep(String link, LedgerTables tables) {
        this.link = link;
        this.tables = tables;
        learning = new FormatLearning(link, tables);
        count = tables.care().counts().of(link);
    }

    long waiting() {
        return waiting.get();
    }

    /** Keeps receipts without a segment, in the caller's transaction. */
    void add(List<JournalledReceipt> unmatched) {
        tables.orphans().add(unmatched);
        waiting.addAndGet(unmatched.size());
        count.orphaned().add(tables.clock().instant(), unmatched.size());
    }

    /** At the start, and after each round: other nodes add and match too. */
    void countThoseWaiting() {
        waiting.set(tables.orphans().count(link));
    }

    /** Whether any found its segment. */
    boolean sweepWhenDue() {
        try {
            tables.care().formats().refreshWhenDue();
            long now = tables.clock().millis();
            if (waiting.get() == 0 || now < nextSweep) {
                return false;
            }
            nextSweep = now + INTERVAL_MILLIS;
            return tables.transaction().execute(status -> sweep());
        } catch (ConcurrencyFailureException chosenAsVictim) {
            // Another link's or node's ledger touched the same rows, and the database let that one pass.
            nextSweep = 0;
            return true;
        } catch (RuntimeException databaseAway) {
            log.warn(
                    "Kênh {}: biên nhận chưa khớp sẽ được thử lại (orphans wait): {}",
                    link,
                    DatabaseTrouble.inShort(databaseAway));
            return false;
        }
    }

    private boolean sweep() {
        List<WaitingReceipt> block = tables.orphans().waiting(link, sweptTo, BLOCK).stream()
                .map(this::asUnderstoodNow)
                .toList();
        if (block.isEmpty()) {
            sweptTo = 0;
            countThoseWaiting();
            return false;
        }
        List<JournalledReceipt> receipts =
                block.stream().map(WaitingReceipt::receipt).toList();
        Set<JournalledReceipt> matched = new HashSet<>(tables.matcher().applyOrphans(link, receipts));
        List<WaitingReceipt> still = block.stream()
                .filter(orphan -> !matched.contains(orphan.receipt()))
                .toList();
        Instant oldest = tables.clock().instant().minus(tables.care().giveUpAfter());
        List<JournalledReceipt> givenUp = still.stream()
                .map(WaitingReceipt::receipt)
                .filter(receipt -> receipt.receivedAt().isBefore(oldest))
                .toList();
        learning.learnWhenDue(still);
        forget(matched);
        forget(givenUp);
        count.givenUp().add(tables.clock().instant(), givenUp.size());
        sweptTo = block.getLast().receipt().journalId();
        return !matched.isEmpty();
    }

    // By the id as it came: the format may have been accepted after the receipt was journalled.
    private WaitingReceipt asUnderstoodNow(WaitingReceipt orphan) {
        if (orphan.smscMessageId() == null) {
            return orphan;
        }
        String key = SmscMessageId.ofReceipt(
                orphan.smscMessageId(), tables.care().formats().of(link));
        return new WaitingReceipt(orphan.receipt().readAs(key, orphan.receipt().msisdn()), orphan.smscMessageId());
    }

    private void forget(Collection<JournalledReceipt> receipts) {
        if (!receipts.isEmpty()) {
            tables.orphans().remove(List.copyOf(receipts));
            waiting.addAndGet(-receipts.size());
        }
    }
}
