package vn.canhbao.report.table;

import java.io.IOException;
import java.util.List;

/** A file of tables that is written row by row and holds none of them. */
public interface RowsFile extends AutoCloseable {

    /** Begins a table; what follows are its rows. */
    void table(String name, List<ReportTable.Column> columns) throws IOException;

    /** Cells as in {@link ReportTable}, {@link java.time.LocalDate}s, and {@link java.time.Instant}s, which are written in Vietnamese time. */
    void row(List<?> cells) throws IOException;

    /** Ends the file; the stream below stays open. */
    @Override
    void close() throws IOException;

    /** Writes whole tables. */
    default void tables(List<ReportTable> tables) throws IOException {
        for (ReportTable table : tables) {
            table(table.name(), table.columns());
            for (List<Object> row : table.rows()) {
                row(row);
            }
            if (!table.totals().isEmpty()) {
                row(table.totals());
            }
        }
    }
}
