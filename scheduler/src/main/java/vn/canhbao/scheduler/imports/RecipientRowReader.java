package vn.canhbao.scheduler.imports;

import java.util.function.Consumer;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import vn.canhbao.scheduler.table.TableFile;
import vn.canhbao.scheduler.table.TableRow;
import vn.canhbao.scheduler.table.TableRows;

/** Reads a file's rows; restarted, it goes on after the last row whose chunk was committed. */
class RecipientRowReader implements ItemStreamReader<TableRow> {

    private static final String LAST_ROW = "recipients.last-row";

    private final TableFile file;
    private final Consumer<TableRow> committed;
    private TableRows rows;
    private long lastRow;

    /** @param committed is shown the rows of earlier chunks again, before the first new one is read */
    RecipientRowReader(TableFile file, Consumer<TableRow> committed) {
        this.file = file;
        this.committed = committed;
    }

    @Override
    public void open(ExecutionContext context) {
        rows = file.open();
        rows.next();
        long resumeAfter = context.getLong(LAST_ROW, 0);
        while (lastRow < resumeAfter) {
            committed.accept(read());
        }
    }

    @Override
    public TableRow read() {
        TableRow row = rows.next();
        lastRow = row == null ? lastRow : row.number();
        return row;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(LAST_ROW, lastRow);
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
