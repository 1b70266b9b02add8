package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import vn.canhbao.core.db.DatabaseTrouble;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.LateAnswer;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.OutcomesWithReceipts;
import vn.canhbao.core.message.RecentSegments;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.gateway.link.ClaimAhead;

/**
 * The one writer of a link. Each cycle is one transaction: record the outcomes that came back, apply the receipts that
 * came in; beside it {@link WindowFiller} claims what comes next. One writer, because two that touch the same rows deadlock
 * (see {@code docs/adr/0004-one-writer-per-link.md}); one transaction, because one commit then carries both.
 */
public final class LinkLedger {

    private static final Logger log = LoggerFactory.getLogger(LinkLedger.class);
    private static final int BLOCK = 1_000;
    private static final int RECEIPTS_IN_HAND = 20_000;
    private static final long IDLE_MILLIS = 200;
    private static final int WORTH_A_CYCLE = 200;
    private static final long GATHER_MILLIS = 10;
    private static final long DATABASE_AWAY_MILLIS = 1_000;

    private final String link;
    private final String node;
    private final LedgerTables tables;
    private final Window window;
    private final LinkWork work;
    private final WindowFiller filler;
    private final BlockingQueue<MessageOutcome> outcomes = new LinkedBlockingQueue<>();
    private final BlockingQueue<JournalledReceipt> receipts = new LinkedBlockingQueue<>(RECEIPTS_IN_HAND);
    private final Bell bell = new Bell();
    private final OrphanSweep orphans;
    private final Queue<String> deadNodes = new ConcurrentLinkedQueue<>();
    private final LateAnswerIntake late;
    private final Thread writer;

    // Taken from the queues and not yet committed: kept when a transaction fails.
    private final List<MessageOutcome> recording = new ArrayList<>();
    private final List<JournalledReceipt> applying = new ArrayList<>();

    /** Who the messages in the window go to, and, from when its outcome is in hand, who a message went to. */
    private final Map<Long, String> numbers = new ConcurrentHashMap<>();

    private final Map<Long, String> numbersInHand = new HashMap<>();

    private final RecentSegments recent = new RecentSegments();

    private volatile boolean stopping;

    /**
     * @param window most messages between claim and recorded outcome
     * @param work what else there is to know of the link
     */
    public LinkLedger(String link, String node, LedgerTables tables, int window, LinkWork work) {
        this.link = link;
        this.node = node;
        this.tables = tables;
        this.window = new Window(window);
        this.work = work;
        filler = new WindowFiller(
                link, tables, this.window, new LinkClaims(node, link, tables, work), work, this::handBack);
        orphans = new OrphanSweep(link, tables);
        late = new LateAnswerIntake(link, tables);
        writer = Thread.ofVirtual().name("ledger-" + link).unstarted(this::run);
    }

    /** Applies what the journal holds unapplied from before a restart, then begins its cycles; nothing is claimed yet. */
    public void start() {
        writer.start();
        filler.start();
    }

    /** From now on claims, and hands each claimed message to the sender, which must not block. */
    public void claimFor(Consumer<ClaimedMessage> newSender) {
        filler.claimFor(claimed -> send(claimed, newSender));
    }

    /** Claims nothing more. */
    public void stopClaiming() {
        filler.claimFor(null);
    }

    /** What became of a claimed message. */
    public void settled(MessageOutcome outcome) {
        work.ahead().settled(outcome.messageId());
        tables.care().counts().submitted(link, outcome);
        outcomes.add(outcome);
        bell.ring();
    }

    /** An answer that came after its message counted as unanswered. */
    public void late(LateAnswer answer) {
        late.add(answer);
        bell.ring();
    }

    /** A journalled receipt; blocks when many wait, which slows the SMSC down. */
    public void received(JournalledReceipt receipt) throws InterruptedException {
        receipts.put(receipt);
        bell.ring();
    }

    /** Another window from now on; what is claimed beyond it is not taken back. */
    public void resize(int newWindow) {
        window.resize(newWindow);
        filler.wake();
    }

    /** Applies what a dead node had journalled for this link and not applied. */
    public void adopt(String deadNode) {
        deadNodes.add(deadNode);
        bell.ring();
    }

    public boolean isAdopting() {
        return !deadNodes.isEmpty();
    }

    /** What is claimed and not yet on the wire; whoever sends says what is. */
    public ClaimAhead ahead() {
        return work.ahead();
    }

    /** Messages between claim and recorded outcome. */
    public int inFlight() {
        return window.taken();
    }

    /** Receipts without a segment of ours, now. */
    public long orphaned() {
        return orphans.waiting();
    }

    private void run() {
        try {
            applyWhatIsLeftOf(node);
            while (!stopping || !idle()) {
                applyJournalsOfDeadNodes();
                gather();
                if (!cycle() && idle() && !stopping) {
                    bell.await(IDLE_MILLIS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A cycle costs a commit, whatever it carries: the first outcome or receipt waits a moment for others. */
    private void gather() throws InterruptedException {
        int worthIt = Math.min(WORTH_A_CYCLE, window.size() / 4);
        if (!idle() && !stopping && outcomes.size() + receipts.size() < worthIt) {
            TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        }
    }

    private boolean idle() {
        return outcomes.isEmpty() && receipts.isEmpty() && late.isEmpty() && recording.isEmpty() && applying.isEmpty();
    }

    /** Whether there was anything to do. */
    private boolean cycle() throws InterruptedException {
        outcomes.drainTo(recording, BLOCK - recording.size());
        receipts.drainTo(applying, BLOCK - applying.size());
        // Before the commit: after it a message that is READY again may be claimed again.
        recording.forEach(outcome -> numbersInHand.computeIfAbsent(outcome.messageId(), numbers::remove));
        boolean lateOnes = late.take();
        try {
            tables.transaction().executeWithoutResult(status -> {
                Instant now = tables.clock().instant();
                var inHand = OutcomesWithReceipts.of(work.decided(recording, now), numbersInHand::get, applying);
                record(inHand.outcomes(), now);
                late.record(now);
                apply(node, inHand.receipts());
            });
        } catch (ConcurrencyFailureException chosenAsVictim) {
            // Two nodes' ledgers touched the same rows, and the database let the other one pass.
            log.debug("Kênh {}: thử lại ngay (deadlock, tried again at once)", link, chosenAsVictim);
            return true;
        } catch (RuntimeException databaseAway) {
            // Nothing is lost: what was not committed stays in hand, and its places stay taken, so nothing new is sent.
            log.warn(
                    "Kênh {}: chưa ghi được vào cơ sở dữ liệu, thử lại (database away): {}",
                    link,
                    DatabaseTrouble.inShort(databaseAway));
            TimeUnit.MILLISECONDS.sleep(DATABASE_AWAY_MILLIS);
            return true;
        }
        boolean busy = lateOnes || !recording.isEmpty() || !applying.isEmpty();
        work.committed(recording, applying);
        window.giveBack(recording.size());
        filler.wake();
        recording.clear();
        numbersInHand.clear();
        applying.clear();
        late.committed();
        work.receiptTimes().measureWhenDue();
        return orphans.sweepWhenDue() || busy;
    }

    private void record(List<MessageOutcome> outcomes, Instant now) {
        if (!outcomes.isEmpty()) {
            tables.queue().record(link, outcomes, now);
            outcomes.forEach(outcome -> recent.add(outcome, numbersInHand.get(outcome.messageId())));
        }
    }

    private void apply(String journalOf, List<JournalledReceipt> receipts) {
        if (!receipts.isEmpty()) {
            List<JournalledReceipt> unmatched = tables.matcher().apply(link, receipts, recent);
            if (!unmatched.isEmpty()) {
                orphans.add(unmatched);
            }
        }
        if (!applying.isEmpty()) {
            work.refusals().notDelivered(applying, tables.clock().instant());
            tables.journal().advance(journalOf, link, applying.getLast().journalId());
        }
    }

    private void send(List<ClaimedMessage> claimed, Consumer<ClaimedMessage> sender) {
        work.ahead().claimed(claimed);
        for (ClaimedMessage message : claimed) {
            numbers.put(message.id(), message.msisdn());
            sender.accept(message);
        }
    }

    private void handBack(List<ClaimedMessage> claimed) {
        claimed.forEach(message -> settled(new MessageOutcome(message.id(), MessageStatus.READY, List.of(), null)));
    }

    private void applyJournalsOfDeadNodes() throws InterruptedException {
        // What is in hand comes first: it is kept for the next try where a transaction fails, this is not.
        if (applying.isEmpty() && !deadNodes.isEmpty()) {
            applyWhatIsLeftOf(deadNodes.peek());
            deadNodes.remove();
        }
    }

    private void applyWhatIsLeftOf(String journalOf) throws InterruptedException {
        while (!stopping) {
            try {
                orphans.countThoseWaiting();
                List<JournalledReceipt> left = tables.unapplied(journalOf, link, BLOCK);
                if (left.isEmpty()) {
                    return;
                }
                applying.addAll(left);
                tables.transaction().executeWithoutResult(status -> apply(journalOf, applying));
                applying.clear();
            } catch (RuntimeException databaseAway) {
                applying.clear();
                log.warn(
                        "Kênh {}: chưa đọc được sổ biên nhận, thử lại (database away): {}",
                        link,
                        DatabaseTrouble.inShort(databaseAway));
                TimeUnit.MILLISECONDS.sleep(DATABASE_AWAY_MILLIS);
            }
        }
    }

    /** Stops claiming, writes what is in hand and what still comes back, and ends. */
    public void close(java.time.Duration patience) throws InterruptedException {
        filler.close();
        long deadline = System.nanoTime() + patience.toNanos();
        while (inFlight() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        stopping = true;
        bell.ring();
        writer.join(5_000);
    }
}
