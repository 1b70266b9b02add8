package vn.canhbao.core.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** The register of requests, read. */
@Repository
public class DataRequests {

    private final JdbcClient jdbc;

    public DataRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DataRequest get(long id) {
        return jdbc.sql("SELECT * FROM data_request WHERE id = ?")
                .param(id)
                .query(DataRequests::request)
                .optional()
                .orElseThrow(() -> new NotFound("Không có yêu cầu số " + id + " (no request " + id + ")"));
    }

    /**
     * Newest first.
     *
     * @param openOnly only those whose clock runs
     * @param before id of the last one seen, or {@code null}
     */
    public List<DataRequest> page(boolean openOnly, Long before, int limit) {
        return jdbc.sql("SELECT * FROM data_request WHERE id < ?"
                        + (openOnly ? " AND status IN ('OPEN', 'WAITING')" : "") + " ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(DataRequests::request)
                .list();
    }

    List<DataRequest> waiting() {
        return jdbc.sql("SELECT * FROM data_request WHERE status = 'WAITING' ORDER BY id")
                .query(DataRequests::request)
                .list();
    }

    private static DataRequest request(ResultSet row, int n) throws SQLException {
        return new DataRequest(
                row.getLong("id"),
                RequestKind.valueOf(row.getString("kind")),
                row.getString("msisdn"),
                row.getString("requester"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("answer_due", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                RequestStatus.valueOf(row.getString("status")),
                row.getString("waiting_for"),
                row.getString("note"),
                row.getString("outcome"),
                row.getObject("answered_on", LocalDate.class),
                row.getString("created_by"),
                Utc.instant(row, "created_at"),
                row.getString("closed_by"),
                Utc.instant(row, "closed_at"));
    }
}
