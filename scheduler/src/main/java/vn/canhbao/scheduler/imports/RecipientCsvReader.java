package vn.canhbao.scheduler.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads a file's rows; restarted, it goes on after the last row whose chunk was committed. */
class RecipientCsvReader implements ItemStreamReader<CsvRow> {

    private static final String LAST_ROW = "recipients.last-row";

    private final Path file;
    private final char delimiter;
    private final Consumer<CsvRow> committed;
    private CSVParser parser;
    private Iterator<CSVRecord> records;
    private long lastRow = 1;

    /** @param committed is shown the rows of earlier chunks again, before the first new one is read */
    RecipientCsvReader(Path file, char delimiter, Consumer<CsvRow> committed) {
        this.file = file;
        this.delimiter = delimiter;
        this.committed = committed;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            parser = CsvFile.open(file, delimiter);
        } catch (IOException gone) {
            throw new ItemStreamException("upload can't be read: " + file.getFileName(), gone);
        }
        records = parser.iterator();
        records.next();
        long resumeAfter = context.getLong(LAST_ROW, 1);
        while (lastRow < resumeAfter) {
            committed.accept(read());
        }
    }

    @Override
    public CsvRow read() {
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (!CsvRow.blank(record)) {
                lastRow = record.getRecordNumber();
                return CsvRow.of(record);
            }
        }
        return null;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(LAST_ROW, lastRow);
    }

    @Override
    public void close() {
        try {
            if (parser != null) {
                parser.close();
            }
        } catch (IOException broken) {
            throw new ItemStreamException(broken);
        }
    }
}
