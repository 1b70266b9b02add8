package vn.canhbao.core.recipient;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** What was known of recipients before imports changed it. */
@Repository
public class RecipientHistory {

    private static final RowInsert FORMER = new RowInsert(
            "INSERT INTO recipient_history (recipient_id, full_name, unit_id, attributes, known_until, import_id)", 6);

    private final JdbcClient jdbc;
    private final SetBasedWriter writer;
    private final Clock clock;

    public RecipientHistory(JdbcClient jdbc, SetBasedWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.clock = clock;
    }

    /** Keeps what an import has changed, in the transaction that changes it. */
    public void keep(long importId, List<FormerRecipient> former) {
        var now = Utc.column(clock.instant());
        writer.insert(
                FORMER,
                former.stream()
                        .map(one ->
                                new Object[] {one.id(), one.fullName(), one.unitId(), one.attributes(), now, importId})
                        .toList());
    }

    /**
     * A recipient's former states, latest first.
     *
     * @param before id of the last one seen, or {@code null}
     * @throws NotFound no such recipient
     */
    public List<FormerState> of(long recipientId, Long before, int limit) {
        if (jdbc.sql("SELECT COUNT(*) FROM recipient WHERE id = ?")
                        .param(recipientId)
                        .query(Long.class)
                        .single()
                == 0) {
            throw new NotFound("Không có người nhận số " + recipientId + " (no recipient " + recipientId + ")");
        }
        return jdbc.sql("""
                        SELECT h.id, h.full_name, u.name AS unit, h.attributes, h.known_until, h.import_id, i.file_name, i.requested_by
                        FROM recipient_history h
                        LEFT JOIN unit u ON u.id = h.unit_id
                        LEFT JOIN recipient_import i ON i.id = h.import_id
                        WHERE h.recipient_id = ? AND h.id < ? ORDER BY h.id DESC LIMIT ?
                        """)
                .params(recipientId, before == null ? Long.MAX_VALUE : before, limit)
                .query((row, n) -> new FormerState(
                        row.getLong("id"),
                        row.getString("full_name"),
                        row.getString("unit"),
                        row.getString("attributes"),
                        Utc.instant(row, "known_until"),
                        row.getLong("import_id"),
                        row.getString("file_name"),
                        row.getString("requested_by")))
                .list();
    }
}
