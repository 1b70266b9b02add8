package vn.canhbao.core.message;

import static vn.canhbao.core.db.JoinedUpdate.set;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.JoinedUpdate;
import vn.canhbao.core.db.JoinedUpdate.Value;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;

/** The claims of links and the outcomes that they write back; every call runs in the caller's transaction. */
@Repository
public class MessageQueue {

    private static final JoinedUpdate OUTCOME = new JoinedUpdate(
            "message",
            List.of(
                    Value.key("id", "BIGINT"),
                    Value.of("status", "VARCHAR"),
                    Value.of("submitted_at", "TIMESTAMP"),
                    Value.of("final_at", "TIMESTAMP"),
                    Value.of("detail", "VARCHAR")),
            List.of(
                    set("status", "v.status"),
                    set("submitted_at", "COALESCE(t.submitted_at, v.submitted_at)"),
                    set("final_at", "v.final_at"),
                    set("detail", "v.detail")),
            // UNANSWERED: a message in doubt after a restart whose answer came late after all.
            "t.status IN ('CLAIMED', 'UNANSWERED')");

    private final NamedParameterJdbcTemplate jdbc;
    private final SetBasedWriter writer;

    public MessageQueue(NamedParameterJdbcTemplate jdbc, SetBasedWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    /** The waves whose messages may be claimed now, the earliest first. */
    public List<Long> runningWaves() {
        return jdbc.getJdbcTemplate()
                .queryForList("SELECT id FROM wave WHERE status = 'RUNNING' ORDER BY id", Long.class);
    }

    /**
     * Takes READY messages of a wave for a link. From the commit on they count as perhaps sent: what is claimed and has no
     * outcome after a crash is in doubt, so a link never claims more than its window has room for.
     */
    public List<ClaimedMessage> claim(
            String node, String link, Collection<String> operators, long wave, int limit, Instant now) {
        // No ORDER BY: rows come in the order of ix_message_wave_status, and sorting a million READY rows would cost
        // seconds.
        // SKIP LOCKED: another node claims beside us.
        List<ClaimedMessage> claimed = jdbc.query(
                """
                SELECT id, wave_id, msisdn, sender_id, text, expires_at, attempts
                FROM message USE INDEX (ix_message_wave_status)
                WHERE wave_id = :wave AND status = 'READY' AND operator_code IN (:operators) AND expires_at > :now
                LIMIT :limit FOR UPDATE SKIP LOCKED
                """,
                new MapSqlParameterSource()
                        .addValue("wave", wave)
                        .addValue("operators", operators)
                        .addValue("now", Utc.column(now))
                        .addValue("limit", limit),
                (row, n) -> new ClaimedMessage(
                        row.getLong("id"),
                        row.getLong("wave_id"),
                        row.getString("msisdn"),
                        row.getString("sender_id"),
                        row.getString("text"),
                        Utc.instant(row, "expires_at"),
                        row.getInt("attempts") + 1));
        if (!claimed.isEmpty()) {
            jdbc.update(
                    """
                    UPDATE message SET status = 'CLAIMED', claimed_by = :node, link = :link, attempts = attempts + 1
                    WHERE id IN (:ids)
                    """,
                    new MapSqlParameterSource()
                            .addValue("node", node)
                            .addValue("link", link)
                            .addValue(
                                    "ids",
                                    claimed.stream().map(ClaimedMessage::id).toList()));
        }
        return claimed;
    }

    /** Writes what became of claimed messages, with a row for each of their segments. */
    public void record(String link, List<MessageOutcome> outcomes, Instant now) {
        List<Object[]> messages = new ArrayList<>(outcomes.size());
        List<Object[]> segments = new ArrayList<>(outcomes.size());
        for (MessageOutcome outcome : outcomes) {
            Instant submittedAt = null;
            for (SegmentOutcome segment : outcome.segments()) {
                segments.add(new Object[] {
                    outcome.messageId(),
                    segment.number(),
                    link,
                    segment.smscMessageId(),
                    segment.idKey(),
                    segment.commandStatus(),
                    Utc.column(segment.submittedAt())
                });
                submittedAt = segment.accepted() && submittedAt == null ? segment.submittedAt() : submittedAt;
            }
            messages.add(new Object[] {
                outcome.messageId(),
                outcome.status().name(),
                Utc.column(submittedAt),
                outcome.status().isFinal() ? Utc.column(now) : null,
                outcome.detail()
            });
        }
        insertSegments(segments);
        writer.update(OUTCOME, messages);
    }

    // ON DUPLICATE KEY: the second copy of a message (policy RESEND) takes the place of the unanswered first.
    private void insertSegments(List<Object[]> segments) {
        JdbcTemplate plain = jdbc.getJdbcTemplate();
        plain.batchUpdate("""
                INSERT INTO message_segment (message_id, segment_no, link, smsc_message_id, id_key, command_status, submitted_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE link = VALUES(link), smsc_message_id = VALUES(smsc_message_id),
                    id_key = VALUES(id_key), command_status = VALUES(command_status), submitted_at = VALUES(submitted_at)
                """, segments);
    }

    /**
     * After a restart: what this node had claimed and has no outcome may have been sent or not. It becomes UNANSWERED, its
     * segments stand as submitted without an answer (so that a receipt by destination can still settle them), and the
     * campaign's policy decides.
     *
     * @return the messages in doubt
     */
    public List<DoubtfulMessage> doubtAfterRestart(String node) {
        List<DoubtfulMessage> doubtful = jdbc.query(
                """
                SELECT m.id, m.campaign_id, m.msisdn, m.link, m.segments, w.started_at
                FROM wave w JOIN message m ON m.wave_id = w.id AND m.status = 'CLAIMED'
                WHERE w.status NOT IN ('FINISHED', 'MISSED') AND m.claimed_by = :node
                ORDER BY m.id
                """,
                new MapSqlParameterSource("node", node),
                (row, n) -> new DoubtfulMessage(
                        row.getLong("id"),
                        row.getLong("campaign_id"),
                        row.getString("msisdn"),
                        row.getString("link"),
                        row.getInt("segments"),
                        Utc.instant(row, "started_at")));
        if (!doubtful.isEmpty()) {
            jdbc.update(
                    """
                    UPDATE message SET status = 'UNANSWERED', detail = 'in doubt: the node stopped before the answer was recorded'
                    WHERE id IN (:ids) AND status = 'CLAIMED'
                    """,
                    new MapSqlParameterSource(
                            "ids",
                            doubtful.stream().map(DoubtfulMessage::messageId).toList()));
            doubtful.forEach(message -> insertSegments(IntStream.rangeClosed(1, message.segments())
                    .mapToObj(number -> new Object[] {
                        message.messageId(), number, message.link(), null, null, null, Utc.column(message.notBefore())
                    })
                    .toList()));
        }
        return doubtful;
    }
}
