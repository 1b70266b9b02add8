package vn.canhbao.gateway.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import vn.canhbao.core.db.DatabaseTrouble;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.RawReceipt;
import vn.canhbao.core.receipt.ReceiptJournal;
import vn.canhbao.gateway.link.DestinationFormat;

/**
 * Puts receipts into the journal by group commit: each caller waits until its receipt is durable, and as many as are in
 * hand go in one transaction. Then, in the journal's order, they go to the link's ledger.
 */
public final class ReceiptIntake implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReceiptIntake.class);
    private static final int MOST_IN_A_COMMIT = 1_000;

    private final String node;
    private final ReceiptJournal journal;
    private final Consumer<JournalledReceipt> ledgers;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofVirtual().name("receipt-journal").unstarted(this::run);
    private volatile boolean stopping;

    private record Waiting(RawReceipt receipt, CompletableFuture<Void> durable) {}

    /** @param ledgers takes each journalled receipt; may block when a ledger is far behind, which slows the SMSC down */
    public ReceiptIntake(String node, ReceiptJournal journal, Consumer<JournalledReceipt> ledgers) {
        this.node = node;
        this.journal = journal;
        this.ledgers = ledgers;
    }

    public void start() {
        writer.start();
    }

    /**
     * Returns when the receipt is durable.
     *
     * @throws ReceiptNotStored when the journal can't be written: the SMSC must send it again
     */
    public void accept(RawReceipt receipt) throws ReceiptNotStored, InterruptedException {
        if (stopping) {
            throw new ReceiptNotStored("shutting down", null);
        }
        Waiting waiting = new Waiting(receipt, new CompletableFuture<>());
        queue.add(waiting);
        try {
            waiting.durable().get();
        } catch (ExecutionException notWritten) {
            throw new ReceiptNotStored("journal not written", notWritten.getCause());
        }
    }

    private void run() {
        List<Waiting> block = new ArrayList<>();
        while (!stopping || !queue.isEmpty()) {
            block.clear();
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                block.add(first);
                queue.drainTo(block, MOST_IN_A_COMMIT - 1);
                write(block);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                block.forEach(waiting -> waiting.durable().completeExceptionally(stop));
                return;
            }
        }
    }

    private void write(List<Waiting> block) {
        List<Long> ids;
        try {
            ids = journal.append(node, block.stream().map(Waiting::receipt).toList());
        } catch (DataIntegrityViolationException unwritable) {
            if (block.size() > 1) {
                // One receipt that no column holds must not keep the others out.
                block.forEach(waiting -> write(List.of(waiting)));
                return;
            }
            log.error(
                    "Kênh {}: một biên nhận không ghi được vào sổ (a receipt that the journal can't hold): {}",
                    block.getFirst().receipt().link(),
                    DatabaseTrouble.inShort(unwritable));
            block.getFirst().durable().completeExceptionally(unwritable);
            return;
        } catch (RuntimeException databaseAway) {
            log.warn(
                    "Không ghi được sổ biên nhận, SMSC sẽ gửi lại (receipt journal not written, {} receipts refused): {}",
                    block.size(),
                    DatabaseTrouble.inShort(databaseAway));
            block.forEach(waiting -> waiting.durable().completeExceptionally(databaseAway));
            return;
        }
        // The ledgers get them before the SMSC gets its answers: a receipt is never answered and then only on disk.
        for (int i = 0; i < block.size(); i++) {
            RawReceipt receipt = block.get(i).receipt();
            if (receipt.state() != null) {
                ledgers.accept(new JournalledReceipt(
                        ids.get(i),
                        receipt.link(),
                        receipt.idKey(),
                        DestinationFormat.msisdn(receipt.sourceAddr()),
                        receipt.receivedAt(),
                        receipt.state(),
                        receipt.error()));
            }
        }
        block.forEach(waiting -> waiting.durable().complete(null));
    }

    /** Refuses what comes from now on, writes what is in hand. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        writer.join(5_000);
    }
}
