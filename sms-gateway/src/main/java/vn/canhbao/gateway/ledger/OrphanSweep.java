package vn.canhbao.gateway.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.core.db.DatabaseTrouble;
import vn.canhbao.core.receipt.JournalledReceipt;

/** The receipts of a link that wait for their segment: tried again every half second, a block at a time, each in its turn. */
final class OrphanSweep {

    private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);
    private static final int BLOCK = 1_000;
    private static final long INTERVAL_MILLIS = 500;

    private final String link;
    private final LedgerTables tables;
    private final AtomicLong waiting = new AtomicLong();
    private long nextSweep;
    private long sweptTo;

    OrphanSweep(String link, LedgerTables tables) {
        this.link = link;
        this.tables = tables;
    }

    long waiting() {
        return waiting.get();
    }

    /** Keeps receipts without a segment, in the caller's transaction. */
    void add(List<JournalledReceipt> unmatched) {
        tables.orphans().add(unmatched);
        waiting.addAndGet(unmatched.size());
    }

    /** At the start, and after each round: other nodes add and match too. */
    void countThoseWaiting() {
        waiting.set(tables.orphans().count(link));
    }

    /** Whether any found its segment. */
    boolean sweepWhenDue() {
        long now = tables.clock().millis();
        if (waiting.get() == 0 || now < nextSweep) {
            return false;
        }
        nextSweep = now + INTERVAL_MILLIS;
        try {
            return tables.transaction().execute(status -> sweep());
        } catch (RuntimeException databaseAway) {
            log.warn(
                    "Kênh {}: biên nhận chưa khớp sẽ được thử lại (orphans wait): {}",
                    link,
                    DatabaseTrouble.inShort(databaseAway));
            return false;
        }
    }

    private boolean sweep() {
        List<JournalledReceipt> block = tables.orphans().waiting(link, sweptTo, BLOCK);
        if (block.isEmpty()) {
            sweptTo = 0;
            countThoseWaiting();
            return false;
        }
        sweptTo = block.getLast().journalId();
        List<JournalledReceipt> matched = tables.matcher().applyOrphans(link, block);
        if (!matched.isEmpty()) {
            tables.orphans().remove(matched);
            waiting.addAndGet(-matched.size());
        }
        return !matched.isEmpty();
    }
}
