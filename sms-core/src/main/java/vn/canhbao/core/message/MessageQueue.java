package vn.canhbao.core.message;

import static vn.canhbao.core.db.JoinedUpdate.set;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.JoinedUpdate;
import vn.canhbao.core.db.JoinedUpdate.Value;
import vn.canhbao.core.db.RowInsert;
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
                    Value.of("detail", "VARCHAR"),
                    Value.of("segments", "INTEGER"),
                    Value.of("unused", "INTEGER")),
            List.of(
                    set("status", "v.status"),
                    set("submitted_at", "COALESCE(t.submitted_at, v.submitted_at)"),
                    set("final_at", "v.final_at"),
                    set("detail", "v.detail"),
                    set("segments", "COALESCE(v.segments, t.segments)"),
                    set("attempts", "t.attempts - v.unused")),
            // UNANSWERED: a message in doubt after a restart whose answer came late after all.
            "t.status IN ('CLAIMED', 'UNANSWERED')");

    // ON DUPLICATE KEY: the second copy of a segment (policy RESEND) takes the place of the unanswered first.
    private static final RowInsert SEGMENTS = new RowInsert("""
            INSERT INTO message_segment (message_id, segment_no, link, smsc_message_id, id_key, command_status,
                submitted_at, receipt_wanted, cut, reference_no, receipt_state, receipt_error, receipt_at)
            """, 13, """
            ON DUPLICATE KEY UPDATE link = VALUES(link), smsc_message_id = VALUES(smsc_message_id),
                id_key = VALUES(id_key), command_status = VALUES(command_status), submitted_at = VALUES(submitted_at),
                receipt_wanted = VALUES(receipt_wanted), cut = VALUES(cut), reference_no = VALUES(reference_no),
                receipt_state = COALESCE(VALUES(receipt_state), receipt_state),
                receipt_error = COALESCE(VALUES(receipt_error), receipt_error),
                receipt_at = COALESCE(VALUES(receipt_at), receipt_at)
            """);

    private final NamedParameterJdbcTemplate jdbc;
    private final SetBasedWriter writer;
    private final MessageFates fates;
    private final SuppressedClaims refusals;
    private final LateAnswers lateAnswers;
    private final EarlierClaims earlier;

    public MessageQueue(NamedParameterJdbcTemplate jdbc, SetBasedWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
        fates = new MessageFates(jdbc, writer);
        refusals = new SuppressedClaims(jdbc);
        lateAnswers = new LateAnswers(jdbc, writer, fates);
        earlier = new EarlierClaims(jdbc);
    }

    /** The waves whose messages may be claimed now: urgent ones, then the others, the earliest first. */
    public List<ClaimableWave> runningWaves() {
        return jdbc.getJdbcTemplate().query("""
                SELECT w.id, c.urgent, c.exercise, w.spread_seconds, COALESCE(w.prepared_at, w.started_at) AS since
                FROM wave w JOIN campaign c ON c.id = w.campaign_id WHERE w.status = 'RUNNING'
                ORDER BY c.urgent DESC, w.id
                """, (row, n) -> {
            long spread = row.getLong("spread_seconds");
            return new ClaimableWave(
                    row.getLong("id"),
                    row.getBoolean("urgent"),
                    row.getBoolean("exercise"),
                    spread == 0 ? null : Duration.ofSeconds(spread),
                    Utc.instant(row, "since"));
        });
    }

    /**
     * Takes READY messages of a wave for a link. From the commit on they count as perhaps sent: what is claimed and has no
     * outcome after a crash is in doubt, so a link never claims more than its window has room for.
     *
     * @param carries which campaigns the link carries: of others nothing is taken, whoever asks
     */
    public List<ClaimedMessage> claim(
            String node,
            String link,
            Carries carries,
            Collection<String> operators,
            long wave,
            int limit,
            Instant now) {
        // No ORDER BY: rows come in the order of ix_message_wave_status, and sorting a million READY rows would cost
        // seconds.
        // SKIP LOCKED: another node claims beside us.
        Map<Long, Integer> claimedBefore = new HashMap<>();
        List<ClaimedMessage> claimed = jdbc.query(
                """
                SELECT id, wave_id, msisdn, sender_id, text, expires_at, attempts, segments, link, operator_code
                FROM message USE INDEX (ix_message_wave_status)
                WHERE wave_id = :wave AND status = 'READY' AND operator_code IN (:operators) AND expires_at > :now
                    AND (SELECT c.exercise FROM wave w JOIN campaign c ON c.id = w.campaign_id WHERE w.id = :wave) IN (:exercise)
                LIMIT :limit FOR UPDATE SKIP LOCKED
                """,
                new MapSqlParameterSource()
                        .addValue("wave", wave)
                        .addValue("operators", operators)
                        .addValue("now", Utc.column(now))
                        .addValue("exercise", carries.exercise())
                        .addValue("limit", limit),
                (row, n) -> {
                    if (row.getString("link") != null) {
                        claimedBefore.put(row.getLong("id"), row.getInt("segments"));
                    }
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
        refusals.dropFrom(claimed, now);
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
        return claimedBefore.isEmpty() ? claimed : earlier.continuing(claimed, claimedBefore);
    }

    /** Writes what became of claimed messages, with a row for each of their segments. */
    public void record(String link, List<MessageOutcome> outcomes, Instant now) {
        List<Object[]> messages = new ArrayList<>(outcomes.size());
        List<Object[]> segments = new ArrayList<>(outcomes.size());
        List<Long> toSettle = new ArrayList<>();
        for (MessageOutcome outcome : outcomes) {
            Instant submittedAt = null;
            for (SegmentOutcome segment : outcome.segments()) {
                segments.add(row(outcome, segment, link));
                submittedAt = segment.accepted() && submittedAt == null ? segment.submittedAt() : submittedAt;
            }
            messages.add(new Object[] {
                outcome.messageId(),
                outcome.status().name(),
                Utc.column(submittedAt),
                Utc.column(outcome.finalAt(now)),
                outcome.detail(),
                outcome.plan() == null ? null : outcome.plan().total(),
                // What goes back to the queue to be sent has used no attempt: those count the copies of a message.
                outcome.status() == MessageStatus.READY || outcome.status() == MessageStatus.DELAYED ? 1 : 0
            });
            if (outcome.settlesByItsSegments()) {
                toSettle.add(outcome.messageId());
            }
        }
        writer.insert(SEGMENTS, segments);
        writer.update(OUTCOME, messages);
        fates.settle(toSettle, now);
    }

    /**
     * Writes what came after the response timeout. A message whose segments have all their answers is SUBMITTED, or FAILED
     * where the SMSC refused it; one of which a second copy was claimed since, and a final one, stay as they are.
     *
     * @return those whose message is still being sent: to be brought again after its outcome
     */
    public List<LateAnswer> recordLate(String link, Collection<LateAnswer> answers, Instant now) {
        return lateAnswers.record(link, answers, now);
    }

    private static Object[] row(MessageOutcome outcome, SegmentOutcome segment, String link) {
        SegmentPlan plan = outcome.plan();
        boolean several = plan != null && plan.cut() != null;
        SegmentReceipt receipt = segment.receipt();
        return new Object[] {
            outcome.messageId(),
            segment.number(),
            link,
            segment.smscMessageId(),
            segment.idKey(),
            segment.commandStatus(),
            Utc.column(segment.submittedAt()),
            segment.receiptWanted(),
            several ? plan.cut() : null,
            several ? plan.reference() : null,
            receipt == null ? null : receipt.state().name(),
            receipt == null ? null : receipt.error(),
            receipt == null ? null : Utc.column(receipt.at())
        };
    }

    /**
     * After a restart: what this node had claimed and has no outcome may have been sent or not. It becomes UNANSWERED, its
     * segments stand as submitted without an answer (so that a receipt by destination can still settle them), and the
     * campaign's policy decides.
     *
     * @param receiptsWanted of a link and a text: for each segment that the link makes of it, whether it asks for a receipt
     * @return the messages in doubt
     */
    public List<DoubtfulMessage> doubtAfterRestart(
            String node, BiFunction<String, String, List<Boolean>> receiptsWanted) {
        List<Object[]> segments = new ArrayList<>();
        List<DoubtfulMessage> doubtful = jdbc.query("""
                SELECT m.id, m.campaign_id, m.msisdn, m.link, m.text, w.started_at
                FROM wave w JOIN message m ON m.wave_id = w.id AND m.status = 'CLAIMED'
                WHERE w.status NOT IN ('FINISHED', 'MISSED') AND m.claimed_by = :node
                ORDER BY m.id
                """, new MapSqlParameterSource("node", node), (row, n) -> {
            List<Boolean> wanted = receiptsWanted.apply(row.getString("link"), row.getString("text"));
            for (int number = 1; number <= wanted.size(); number++) {
                segments.add(new Object[] {
                    row.getLong("id"),
                    number,
                    row.getString("link"),
                    Utc.column(Utc.instant(row, "started_at")),
                    wanted.get(number - 1)
                });
            }
            return new DoubtfulMessage(
                    row.getLong("id"),
                    row.getLong("campaign_id"),
                    row.getString("msisdn"),
                    row.getString("link"),
                    wanted.size(),
                    Utc.instant(row, "started_at"));
        });
        if (!doubtful.isEmpty()) {
            jdbc.getJdbcTemplate()
                    .batchUpdate(
                            """
                            UPDATE message SET status = 'UNANSWERED', segments = ?,
                                detail = 'in doubt: the node stopped before the answer was recorded'
                            WHERE id = ? AND status = 'CLAIMED'
                            """,
                            doubtful.stream()
                                    .map(message -> new Object[] {message.segments(), message.messageId()})
                                    .toList());
            // IGNORE: what an earlier claim of the message has put on the wire is no longer in doubt.
            jdbc.getJdbcTemplate().batchUpdate("""
                            INSERT IGNORE INTO message_segment (message_id, segment_no, link, submitted_at, receipt_wanted)
                            VALUES (?, ?, ?, ?, ?)
                            """, segments);
        }
        return doubtful;
    }
}
