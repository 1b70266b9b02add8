package vn.canhbao.core.message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What earlier claims of messages have put on the wire, so that the next one doesn't repeat it. */
final class EarlierClaims {

    private final NamedParameterJdbcTemplate jdbc;

    EarlierClaims(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The messages with what is known of their segments; {@code segmentsOf}: how many segments each was cut into. */
    List<ClaimedMessage> continuing(List<ClaimedMessage> claimed, Map<Long, Integer> segmentsOf) {
        Map<Long, EarlierSegments> earlier = new HashMap<>();
        // A receipt proves that a segment is there, even where its submit_sm had no answer.
        jdbc.query("""
                SELECT message_id, segment_no, command_status, receipt_state, cut, reference_no FROM message_segment
                WHERE message_id IN (:ids) AND (command_status IS NULL OR command_status = 0)
                """, new MapSqlParameterSource("ids", segmentsOf.keySet()), row -> {
            long message = row.getLong("message_id");
            EarlierSegments segments =
                    earlier.computeIfAbsent(message, id -> new EarlierSegments(new HashSet<>(), new HashSet<>(), null));
            boolean there = row.getObject("command_status") != null || row.getString("receipt_state") != null;
            (there ? segments.accepted() : segments.unanswered()).add(row.getInt("segment_no"));
            if (row.getString("cut") != null) {
                earlier.put(
                        message,
                        segments.cutAs(new SegmentPlan(
                                segmentsOf.get(message), row.getInt("reference_no"), row.getString("cut"))));
            }
        });
        return claimed.stream()
                .map(message -> message.continuing(earlier.getOrDefault(message.id(), EarlierSegments.NONE)))
                .toList();
    }
}
