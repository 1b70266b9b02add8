package vn.canhbao.scheduler.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import vn.canhbao.scheduler.table.TableFile;
import vn.canhbao.scheduler.table.TableRow;
import vn.canhbao.scheduler.table.TableRows;

/**
 * Reads a file's rows and checks them, block by block; the next block is made while the one before is written. Restarted,
 * it goes on after the last row that was committed.
 */
class RowBlockReader implements ItemStreamReader<RowBlock> {

    /** Key of the number of 11-digit numbers converted, in the step's execution context. */
    static final String CONVERTED = "recipients.converted";

    private static final String LAST_ROW = "recipients.last-row";

    private final TableFile file;
    private final RowCheck check;
    private final int size;
    private final BlockingQueue<Ahead> ready = new ArrayBlockingQueue<>(1);
    private TableRows rows;
    private Thread reader;
    private long lastRow;
    private long converted;

    /** @param size rows of a block */
    RowBlockReader(TableFile file, RowCheck check, int size) {
        this.file = file;
        this.check = check;
        this.size = size;
    }

    /** What the reading thread hands over: a block, {@code null} at the end, or why it can't go on. */
    private record Ahead(RowBlock block, RuntimeException failure) {}

    @Override
    public void open(ExecutionContext context) {
        rows = file.open();
        rows.next();
        lastRow = context.getLong(LAST_ROW, 0);
        for (long row = 0; row < lastRow; ) {
            TableRow committed = rows.next();
            check.process(committed);
            row = committed.number();
        }
        reader = Thread.ofVirtual().name("import-reader").start(this::readAhead);
    }

    private void readAhead() {
        try {
            RowBlock block;
            do {
                block = next();
                ready.put(new Ahead(block, null));
            } while (block != null);
        } catch (RuntimeException broken) {
            handOver(broken);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver(RuntimeException broken) {
        try {
            ready.put(new Ahead(null, broken));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private RowBlock next() {
        List<RowOutcome> outcomes = new ArrayList<>(size);
        long last = 0;
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            outcomes.add(check.process(row));
            last = row.number();
            if (outcomes.size() == size) {
                break;
            }
        }
        return outcomes.isEmpty() ? null : new RowBlock(outcomes, last, check.converted());
    }

    @Override
    public RowBlock read() throws InterruptedException {
        Ahead ahead = ready.take();
        if (ahead.failure() != null) {
            throw ahead.failure();
        }
        if (ahead.block() != null) {
            lastRow = ahead.block().lastRow();
            converted = ahead.block().converted();
        }
        return ahead.block();
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(LAST_ROW, lastRow);
        context.putLong(CONVERTED, Math.max(converted, context.getLong(CONVERTED, 0)));
    }

    // The thread reads nothing but the upload: interrupting it can hurt no database.
    @Override
    public void close() {
        if (reader != null) {
            reader.interrupt();
            try {
                reader.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new ItemStreamException("interrupted while closing", stopped);
            }
        }
        if (rows != null) {
            rows.close();
        }
    }
}
