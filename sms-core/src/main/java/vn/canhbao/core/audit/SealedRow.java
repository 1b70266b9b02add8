package vn.canhbao.core.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import vn.canhbao.core.db.Utc;

/** A row of the trail with its seal; {@code hash} is {@code null} before it has one. */
record SealedRow(
        long id, Instant at, String actor, String action, String subject, String detail, long no, String hash) {

    static SealedRow read(ResultSet row, int n) throws SQLException {
        return new SealedRow(
                row.getLong("id"),
                Utc.instant(row, "at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getLong("chain_no"),
                row.getString("chain_hash"));
    }
}
