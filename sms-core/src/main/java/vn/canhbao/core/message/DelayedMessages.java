package vn.canhbao.core.message;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The messages that wait for their next try; every call runs in the caller's transaction. */
@Repository
public class DelayedMessages {

    private final NamedParameterJdbcTemplate jdbc;
    private final EarlierClaims earlier;
    private final SuppressedClaims refusals;

    public DelayedMessages(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
        earlier = new EarlierClaims(jdbc);
        refusals = new SuppressedClaims(jdbc);
    }

    public void add(Collection<MessageDelay> delays) {
        jdbc.getJdbcTemplate()
                .batchUpdate(
                        """
                INSERT INTO message_delay (message_id, wave_id, link, not_before, reason) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE link = VALUES(link), not_before = VALUES(not_before), reason = VALUES(reason)
                """,
                        delays.stream()
                                .map(delay -> new Object[] {
                                    delay.messageId(),
                                    delay.waveId(),
                                    delay.link(),
                                    Utc.column(delay.notBefore()),
                                    delay.reason().name()
                                })
                                .toList());
    }

    /**
     * Who may take which delayed messages.
     *
     * @param link takes its own
     * @param carries which campaigns the link carries
     * @param operators and those of these operators that any link may take which has not refused them
     * @param servedNow and, of these operators, those of links that are out
     * @param linksOut links that send nothing now
     */
    public record Taker(
            String node,
            String link,
            Carries carries,
            Collection<String> operators,
            Collection<String> servedNow,
            Collection<String> linksOut) {}

    /** A message whose time has come, and why it had waited. */
    public record Due(ClaimedMessage message, MessageDelay.Reason reason) {}

    /** Takes messages whose time has come: those of urgent campaigns, then the earliest. */
    public List<Due> claim(Taker taker, int limit, Instant now) {
        Map<Long, MessageDelay.Reason> due = due(taker, limit, now);
        if (due.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> segmentsOf = new HashMap<>();
        // Another node may have taken some of them meanwhile.
        List<ClaimedMessage> claimed = jdbc.query("""
                SELECT id, wave_id, msisdn, operator_code, sender_id, text, expires_at, attempts, segments FROM message
                WHERE id IN (:ids) AND status = 'DELAYED' FOR UPDATE SKIP LOCKED
                """, new MapSqlParameterSource("ids", due.keySet()), (row, n) -> {
            segmentsOf.put(row.getLong("id"), row.getInt("segments"));
            return new ClaimedMessage(
                    row.getLong("id"),
                    row.getLong("wave_id"),
                    row.getString("msisdn"),
                    row.getString("sender_id"),
                    row.getString("text"),
                    Utc.instant(row, "expires_at"),
                    row.getInt("attempts") + 1,
                    row.getString("operator_code"),
                    row.getInt("segments"));
        });
        if (claimed.isEmpty()) {
            return List.of();
        }
        jdbc.update(
                "DELETE FROM message_delay WHERE message_id IN (:ids)",
                new MapSqlParameterSource("ids", segmentsOf.keySet()));
        refusals.dropFrom(claimed, now);
        if (claimed.isEmpty()) {
            return List.of();
        }
        jdbc.update(
                """
                UPDATE message SET status = 'CLAIMED', claimed_by = :node, link = :link, attempts = attempts + 1
                WHERE id IN (:ids)
                """,
                new MapSqlParameterSource(
                                "ids", claimed.stream().map(ClaimedMessage::id).toList())
                        .addValue("node", taker.node())
                        .addValue("link", taker.link()));
        return earlier.continuing(claimed, segmentsOf).stream()
                .map(message -> new Due(message, due.get(message.id())))
                .toList();
    }

    private Map<Long, MessageDelay.Reason> due(Taker taker, int limit, Instant now) {
        Map<Long, MessageDelay.Reason> due = new HashMap<>();
        jdbc.query(
                """
                SELECT d.message_id, d.reason
                FROM message_delay d JOIN message m ON m.id = d.message_id JOIN wave w ON w.id = d.wave_id
                    JOIN campaign c ON c.id = w.campaign_id
                WHERE d.not_before <= :now AND w.status = 'RUNNING' AND m.status = 'DELAYED' AND m.expires_at > :now
                    AND c.exercise IN (:exercise)
                    AND (d.link = :link
                        OR (d.link IS NULL AND m.operator_code IN (:operators) AND NOT EXISTS (
                            SELECT 1 FROM submit_refusal r WHERE r.message_id = d.message_id AND r.link = :link))
                        OR (d.link IN (:out) AND m.operator_code IN (:served)))
                ORDER BY c.urgent DESC, d.not_before LIMIT :limit
                """,
                new MapSqlParameterSource("now", Utc.column(now))
                        .addValue("link", taker.link())
                        .addValue("exercise", taker.carries().exercise())
                        .addValue("operators", orNone(taker.operators()))
                        .addValue("served", orNone(taker.servedNow()))
                        .addValue("out", orNone(taker.linksOut()))
                        .addValue("limit", limit),
                row -> {
                    due.put(row.getLong("message_id"), MessageDelay.Reason.valueOf(row.getString("reason")));
                });
        return due;
    }

    // An empty IN list is no SQL; no name is empty.
    private static Collection<String> orNone(Collection<String> names) {
        return names.isEmpty() ? List.of("") : names;
    }

    /** When the next message is due, overdue ones included; empty where none waits. */
    public Optional<Instant> earliest() {
        return jdbc
                .query(
                        "SELECT MIN(not_before) AS earliest FROM message_delay",
                        (row, n) -> Utc.instant(row, "earliest"))
                .stream()
                .filter(instant -> instant != null)
                .findFirst();
    }
}
