package vn.canhbao.core.db;

import java.util.Collections;

/**
 * An insert of many rows in one statement.
 *
 * @param into {@code INSERT INTO table (columns)}, up to VALUES
 * @param columns how many
 * @param after what follows the rows, or an empty string
 */
public record RowInsert(String into, int columns, String after) {

    public RowInsert(String into, int columns) {
        this(into, columns, "");
    }

    /** The statement for so many rows. */
    public String sql(int rows) {
        String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
        return into + " VALUES " + String.join(",", Collections.nCopies(rows, row)) + " " + after;
    }
}
