package vn.canhbao.core.message;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Every refusal of every message; rows are only ever added. Calls run in the caller's transaction. */
@Repository
public class SubmitRefusals {

    private final NamedParameterJdbcTemplate jdbc;

    public SubmitRefusals(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A refusal to be written.
     *
     * @param receiptError the operator's code where a receipt said no, else {@code null}
     * @param counts whether it uses one of the message's tries
     */
    public record Entry(long messageId, SubmitRefusal refusal, String receiptError, boolean counts) {}

    public void add(String link, Collection<Entry> entries) {
        jdbc.getJdbcTemplate()
                .batchUpdate(
                        """
                        INSERT INTO submit_refusal (message_id, segment_no, at, link, command_status, receipt_error, counted)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        entries.stream()
                                .map(entry -> new Object[] {
                                    entry.messageId(),
                                    entry.refusal().segment(),
                                    Utc.column(entry.refusal().at()),
                                    link,
                                    entry.refusal().commandStatus(),
                                    entry.receiptError(),
                                    entry.counts()
                                })
                                .toList());
    }

    /** By message id, with the refusals that stand already. */
    public Map<Long, RefusedMessage> of(Collection<Long> messages) {
        var ids = new MapSqlParameterSource("ids", messages);
        Map<Long, Map<RefusedMessage.Key, Integer>> before = new HashMap<>();
        jdbc.query("""
                SELECT message_id, link, command_status, COUNT(*) AS tries FROM submit_refusal
                WHERE message_id IN (:ids) AND counted = TRUE GROUP BY message_id, link, command_status
                """, ids, row -> {
            before.computeIfAbsent(row.getLong("message_id"), id -> new HashMap<>())
                    .put(
                            new RefusedMessage.Key(row.getString("link"), row.getInt("command_status")),
                            row.getInt("tries"));
        });
        Map<Long, RefusedMessage> found = new HashMap<>();
        jdbc.query("""
                SELECT m.id, m.wave_id, m.campaign_id, m.sender_id, m.operator_code, m.attempts, w.status AS wave_status
                FROM message m JOIN wave w ON w.id = m.wave_id WHERE m.id IN (:ids)
                """, ids, row -> {
            long id = row.getLong("id");
            found.put(
                    id,
                    new RefusedMessage(
                            id,
                            row.getLong("wave_id"),
                            row.getLong("campaign_id"),
                            row.getString("sender_id"),
                            row.getString("operator_code"),
                            row.getString("wave_status").equals("CANCELLED"),
                            row.getInt("attempts"),
                            before.getOrDefault(id, Map.of())));
        });
        return found;
    }

    /**
     * Messages of this link that a receipt has just made FAILED, in this very transaction: nobody has seen that state, and
     * the SMSC has said that they were not delivered, so that each may be sent once more.
     *
     * @param operators that another link serves too
     * @param receiptErrors by the key of the segment that the receipt spoke of
     * @return what is taken back, with the refusal to be written
     */
    public List<Entry> takeBackUndelivered(
            String link, Collection<String> operators, Map<String, String> receiptErrors, Instant now) {
        Set<Long> seen = new HashSet<>();
        List<Entry> taken = jdbc
                .query(
                        """
                        SELECT s.message_id, s.segment_no, s.id_key FROM message_segment s JOIN message m ON m.id = s.message_id
                        WHERE s.id_key IN (:keys) AND s.link = :link AND m.status = 'FAILED' AND m.final_at >= :recently
                            AND s.receipt_state IN ('UNDELIVERABLE', 'REJECTED') AND m.expires_at > :now AND m.operator_code IN (:operators)
                            AND NOT EXISTS (SELECT 1 FROM submit_refusal r WHERE r.message_id = m.id)
                            AND EXISTS (SELECT 1 FROM wave w WHERE w.id = m.wave_id AND w.status IN ('RUNNING', 'WAITING', 'PAUSED'))
                        """,
                        new MapSqlParameterSource("keys", receiptErrors.keySet())
                                .addValue("link", link)
                                .addValue("operators", operators)
                                .addValue("now", Utc.column(now))
                                .addValue("recently", Utc.column(now.minusSeconds(60))),
                        (row, n) -> new Entry(
                                row.getLong("message_id"),
                                new SubmitRefusal(row.getInt("segment_no"), 0, now),
                                receiptErrors.get(row.getString("id_key")),
                                true))
                .stream()
                .filter(entry -> seen.add(entry.messageId()))
                .toList();
        if (!taken.isEmpty()) {
            var ids = new MapSqlParameterSource("ids", seen);
            // A copy that was not delivered is none: the next one is the first again.
            jdbc.update("""
                    UPDATE message SET status = 'DELAYED', final_at = NULL, submitted_at = NULL, attempts = attempts - 1,
                        detail = 'wrong network: tried over another link'
                    WHERE id IN (:ids)
                    """, ids);
            // Its rows would be taken for segments that are out; what they said is in submit_refusal.
            jdbc.update("DELETE FROM message_segment WHERE message_id IN (:ids)", ids);
        }
        return taken;
    }
}
