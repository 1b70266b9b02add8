package vn.canhbao.report.table;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * A table of any length. Its rows are read page by page while they are written: no statement stays open while a slow reader
 * takes his file, and no more than a page is in memory.
 */
public record PagedTable<T>(String name, List<Column<T>> columns, Pages<T> pages) {

    private static final int PAGE = 2_000;

    /** A column, and what of a row stands in it: a cell as {@link RowsFile#row} takes it, or {@code null}. */
    public record Column<T>(ReportTable.Column head, Function<T, ?> cell) {}

    /** Reads the rows in their order. */
    @FunctionalInterface
    public interface Pages<T> {

        /** Those that follow, fewer than {@code limit} only at the end; {@code last} is the last one read, or {@code null}. */
        List<T> after(T last, int limit);

        /** Of rows that are in memory anyway. */
        static <T> Pages<T> of(List<T> all) {
            return (last, limit) -> last == null ? all : List.of();
        }
    }

    /** Opens the file that takes the rows. */
    @FunctionalInterface
    public interface Opening {
        RowsFile open() throws IOException;
    }

    /** Writes all rows; how many there were. The file is opened once the first are read: what is refused, is refused before. */
    public long write(Opening opening) throws IOException {
        List<T> page = pages.after(null, PAGE);
        RowsFile file = opening.open();
        file.table(name, columns.stream().map(Column::head).toList());
        long written = 0;
        while (!page.isEmpty()) {
            for (T row : page) {
                file.row(cells(row));
            }
            written += page.size();
            page = page.size() < PAGE ? List.of() : pages.after(page.getLast(), PAGE);
        }
        // Not where reading fails on the way: half a file must not look like a whole one.
        file.close();
        return written;
    }

    private List<?> cells(T row) {
        return columns.stream().map(column -> column.cell().apply(row)).toList();
    }
}
