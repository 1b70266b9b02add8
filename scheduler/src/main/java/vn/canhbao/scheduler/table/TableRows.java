package vn.canhbao.scheduler.table;

/** The rows of a file in their order, blank ones left out, the header the first. */
public interface TableRows extends AutoCloseable {

    /**
     * The next row, or {@code null} at the end.
     *
     * @throws vn.canhbao.core.problem.InvalidInput the file is broken from here on: field {@code file}, naming the row
     */
    TableRow next();

    @Override
    void close();
}
