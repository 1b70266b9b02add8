package vn.canhbao.core.message;

import static vn.canhbao.core.db.JoinedUpdate.set;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.canhbao.core.db.JoinedUpdate;
import vn.canhbao.core.db.JoinedUpdate.Value;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;

/**
 * Records answers that came late: they give the segment what it lacks, and settle its message once every segment has its
 * answer. Never a message of which a second copy was claimed since, never a final one.
 */
final class LateAnswers {

    private static final JoinedUpdate SEGMENT = new JoinedUpdate(
            "message_segment",
            List.of(
                    Value.key("message_id", "BIGINT"),
                    Value.key("segment_no", "INTEGER"),
                    Value.key("link", "VARCHAR"),
                    Value.of("smsc_message_id", "VARCHAR"),
                    Value.of("id_key", "VARCHAR"),
                    Value.of("command_status", "INTEGER")),
            List.of(
                    set("smsc_message_id", "v.smsc_message_id"),
                    set("id_key", "v.id_key"),
                    set("command_status", "v.command_status")),
            "t.command_status IS NULL");

    private static final JoinedUpdate MESSAGE = new JoinedUpdate(
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
            "t.status IN ('UNANSWERED', 'READY')");

    /** A message as it stands; {@code attempts} as in its row. */
    private record Standing(MessageStatus status, int attempts) {}

    private record Segment(int number, Integer commandStatus, boolean receipted, Instant submittedAt) {

        boolean open() {
            return commandStatus == null && !receipted;
        }

        boolean refused() {
            return commandStatus != null && commandStatus != 0;
        }
    }

    private final NamedParameterJdbcTemplate jdbc;
    private final SetBasedWriter writer;
    private final MessageFates fates;

    LateAnswers(NamedParameterJdbcTemplate jdbc, SetBasedWriter writer, MessageFates fates) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.fates = fates;
    }

    /** Returns those whose message is still being sent by the same claim: their time comes with its outcome. */
    List<LateAnswer> record(String link, Collection<LateAnswer> answers, Instant now) {
        Map<Long, Standing> standing =
                standing(answers.stream().map(LateAnswer::messageId).collect(Collectors.toSet()));
        List<LateAnswer> tooEarly = new ArrayList<>();
        Map<List<Long>, Object[]> segments = new LinkedHashMap<>();
        for (LateAnswer answer : answers) {
            Standing message = standing.get(answer.messageId());
            if (message == null || message.attempts() > answer.attempt()) {
                continue;
            }
            switch (message.status()) {
                case CLAIMED -> tooEarly.add(answer);
                case UNANSWERED, READY ->
                    segments.putIfAbsent(List.of(answer.messageId(), (long) answer.segment()), new Object[] {
                        answer.messageId(),
                        answer.segment(),
                        link,
                        answer.smscMessageId(),
                        answer.idKey(),
                        answer.commandStatus()
                    });
                default -> {
                    // Final, or submitted: it needs no answer any more.
                }
            }
        }
        if (!segments.isEmpty()) {
            writer.update(SEGMENT, List.copyOf(segments.values()));
            settle(segments.keySet().stream().map(List::getFirst).collect(Collectors.toSet()), standing, now);
        }
        return tooEarly;
    }

    // FOR UPDATE: nobody claims a second copy of them until we have committed.
    private Map<Long, Standing> standing(Set<Long> messages) {
        Map<Long, Standing> standing = new LinkedHashMap<>();
        jdbc.query(
                "SELECT id, status, attempts FROM message WHERE id IN (:ids) FOR UPDATE",
                new MapSqlParameterSource("ids", messages),
                row -> {
                    standing.put(
                            row.getLong("id"),
                            new Standing(MessageStatus.valueOf(row.getString("status")), row.getInt("attempts")));
                });
        return standing;
    }

    private void settle(Set<Long> messages, Map<Long, Standing> standing, Instant now) {
        Map<Long, List<Segment>> segmentsOf = new LinkedHashMap<>();
        Map<Long, Integer> planned = new LinkedHashMap<>();
        jdbc.query("""
                SELECT s.message_id, s.segment_no, s.command_status, s.receipt_state, s.submitted_at, m.segments
                FROM message_segment s JOIN message m ON m.id = s.message_id
                WHERE s.message_id IN (:ids) ORDER BY s.message_id, s.segment_no
                """, new MapSqlParameterSource("ids", messages), row -> {
            planned.put(row.getLong("message_id"), row.getInt("segments"));
            segmentsOf
                    .computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>())
                    .add(new Segment(
                            row.getInt("segment_no"),
                            (Integer) row.getObject("command_status"),
                            row.getString("receipt_state") != null,
                            Utc.instant(row, "submitted_at")));
        });
        List<Object[]> settled = new ArrayList<>();
        segmentsOf.forEach((message, segments) -> {
            if (answered(segments, planned.get(message), standing.get(message).status())) {
                settled.add(outcome(message, segments, planned.get(message), now));
            }
        });
        if (!settled.isEmpty()) {
            writer.update(MESSAGE, settled);
            // Receipts may have come before the answer, or none will come for what was refused.
            fates.settle(settled.stream().map(row -> (Long) row[0]).toList(), now);
        }
    }

    // READY with segments that were never sent: the next claim sends those, unless a refused one has ended the message.
    private static boolean answered(List<Segment> segments, int planned, MessageStatus status) {
        boolean restToSend = status == MessageStatus.READY
                && segments.size() < planned
                && segments.stream().noneMatch(Segment::refused);
        return !restToSend && segments.stream().noneMatch(Segment::open);
    }

    private static Object[] outcome(long message, List<Segment> segments, int planned, Instant now) {
        Segment refused = segments.stream().filter(Segment::refused).findFirst().orElse(null);
        Segment accepted = segments.stream()
                .filter(segment -> !segment.refused())
                .findFirst()
                .orElse(null);
        return new Object[] {
            message,
            (accepted == null ? MessageStatus.FAILED : MessageStatus.SUBMITTED).name(),
            accepted == null ? null : Utc.column(accepted.submittedAt()),
            accepted == null ? Utc.column(now) : null,
            refused == null
                    ? null
                    : "segment %d/%d: command_status 0x%02X"
                            .formatted(refused.number(), planned, refused.commandStatus())
        };
    }
}
