package vn.canhbao.core.history;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.AttemptView;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.problem.NotFound;

/** Puts a message's story together from everything that was written of it. */
@Repository
public class MessageStories {

    private final JdbcClient jdbc;

    public MessageStories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The story, or {@link NotFound}. */
    public MessageStory of(long id) {
        List<SegmentStory> segments = segments(id);
        ReceiptSearch.Found receipts = new ReceiptSearch(jdbc).of(segments);
        List<AttemptView> attempts = attempts(id);
        return jdbc.sql("""
                        SELECT m.*, c.name AS campaign, w.position, w.prepared_at, r.full_name, u.name AS unit,
                            (SELECT a.at FROM acknowledgement a WHERE a.message_id = m.id) AS acknowledged_at
                        FROM message m JOIN campaign c ON c.id = m.campaign_id JOIN wave w ON w.id = m.wave_id
                        LEFT JOIN recipient r ON r.id = m.recipient_id LEFT JOIN unit u ON u.id = r.unit_id
                        WHERE m.id = ?
                        """)
                .param(id)
                .query((row, n) -> new MessageStory(
                        row.getLong("id"),
                        row.getLong("campaign_id"),
                        row.getString("campaign"),
                        row.getInt("position"),
                        row.getLong("recipient_id"),
                        row.getString("full_name"),
                        row.getString("unit"),
                        row.getString("msisdn"),
                        row.getString("operator_code"),
                        row.getString("sender_id"),
                        row.getString("text"),
                        row.getInt("segments"),
                        MessageStatus.valueOf(row.getString("status")),
                        row.getString("detail"),
                        row.getString("link"),
                        row.getInt("attempts"),
                        Utc.instant(row, "prepared_at"),
                        Utc.instant(row, "submitted_at"),
                        Utc.instant(row, "final_at"),
                        Utc.instant(row, "expires_at"),
                        Utc.instant(row, "acknowledged_at"),
                        segments,
                        attempts,
                        receipts.receipts(),
                        receipts.cut()))
                .optional()
                .orElseThrow(() -> new NotFound("Không có tin số " + id + " (no message " + id + ")"));
    }

    private List<SegmentStory> segments(long id) {
        return jdbc.sql("SELECT * FROM message_segment WHERE message_id = ? ORDER BY segment_no")
                .param(id)
                .query((row, n) -> {
                    Instant receiptAt = Utc.instant(row, "receipt_at");
                    return new SegmentStory(
                            row.getInt("segment_no"),
                            row.getString("link"),
                            Utc.instant(row, "submitted_at"),
                            row.getString("smsc_message_id"),
                            row.getString("id_key"),
                            row.getObject("command_status", Integer.class),
                            row.getString("receipt_state"),
                            row.getString("receipt_error"),
                            receiptAt,
                            row.getBoolean("receipt_wanted"));
                })
                .list();
    }

    private List<AttemptView> attempts(long id) {
        return jdbc.sql("SELECT * FROM submit_refusal WHERE message_id = ? ORDER BY id")
                .param(id)
                .query((row, n) -> new AttemptView(
                        Utc.instant(row, "at"),
                        row.getString("link"),
                        row.getInt("segment_no"),
                        row.getInt("command_status"),
                        row.getString("receipt_error")))
                .list();
    }
}
