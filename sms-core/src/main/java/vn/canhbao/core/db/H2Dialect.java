package vn.canhbao.core.db;

import java.util.Collections;
import java.util.stream.Collectors;

/** H2 in MySQL mode. */
final class H2Dialect implements Dialect {

    @Override
    public String joinedUpdate(JoinedUpdate update, int rows) {
        String row = update.values().stream()
                .map(value -> "CAST(? AS " + value.type() + ")")
                .collect(Collectors.joining(",", "(", ")"));
        return "MERGE INTO " + update.table() + " t USING (VALUES " + String.join(",", Collections.nCopies(rows, row))
                + ") v (" + update.names() + ") ON " + update.join() + " WHEN MATCHED"
                + (update.condition().isEmpty() ? "" : " AND " + update.condition()) + " THEN UPDATE SET "
                + update.assignments("");
    }

    @Override
    public int rowByRow() {
        return 1_000;
    }
}
