package vn.canhbao.core.db;

import java.util.Collections;

/** MySQL 8.4 and later. */
final class MySqlDialect implements Dialect {

    // STRAIGHT_JOIN: the rows of values first, then the primary key. Left to itself the optimizer may scan the table.
    @Override
    public String joinedUpdate(JoinedUpdate update, int rows) {
        String row =
                "ROW(" + String.join(",", Collections.nCopies(update.values().size(), "?")) + ")";
        return "UPDATE (VALUES " + String.join(",", Collections.nCopies(rows, row)) + ") AS v (" + update.names()
                + ") STRAIGHT_JOIN " + update.table() + " t ON " + update.join() + " SET " + update.assignments("t.")
                + (update.condition().isEmpty() ? "" : " WHERE " + update.condition());
    }

    // Connector/J's word for it; any other value reads the whole result first.
    @Override
    public int rowByRow() {
        return Integer.MIN_VALUE;
    }
}
