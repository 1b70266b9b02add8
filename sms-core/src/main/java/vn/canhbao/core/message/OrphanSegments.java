package vn.canhbao.core.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The segments that an orphaned receipt might speak of. */
@Repository
public class OrphanSegments {

    private static final String SEGMENT = """
            SELECT s.message_id, s.segment_no, s.id_key, s.submitted_at, s.receipt_state, m.msisdn, m.segments
            FROM message m JOIN message_segment s ON s.message_id = m.id
            """;

    private static final String RECEIPT_DUE = """
            s.receipt_wanted = TRUE AND s.submitted_at > :since AND (s.receipt_state IS NULL
                OR s.receipt_state NOT IN ('DELIVERED', 'EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED'))
            """;

    private final NamedParameterJdbcTemplate jdbc;

    public OrphanSegments(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By id over all links: an SMSC may send a receipt on another account's bind. The newest first. */
    Map<String, List<SubmittedSegment>> onAnyLink(Collection<String> idKeys) {
        if (idKeys.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(
                        SEGMENT + "WHERE s.id_key IN (:keys) ORDER BY s.message_id DESC",
                        new MapSqlParameterSource("keys", idKeys),
                        SubmittedSegment::read)
                .stream()
                .collect(Collectors.groupingBy(SubmittedSegment::idKey));
    }

    /** By number, the oldest first: accepted, or put on the wire without an answer, and the receipt is due. */
    Map<String, List<SubmittedSegment>> dueByNumber(String link, Collection<String> msisdns, Instant since) {
        if (msisdns.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(
                        SEGMENT + "WHERE m.msisdn IN (:msisdns) AND s.link = :link AND " + RECEIPT_DUE + """
                        AND (s.command_status = 0 OR s.command_status IS NULL AND m.status = 'UNANSWERED')
                        ORDER BY s.message_id, s.segment_no
                        """,
                        numbers(link, msisdns, since),
                        SubmittedSegment::read)
                .stream()
                .collect(Collectors.groupingBy(SubmittedSegment::msisdn));
    }

    /** The ids as answered, of the segments to these numbers whose receipts are due. */
    public Map<String, List<AnsweredId>> answeredIds(String link, Collection<String> msisdns, Instant since) {
        if (msisdns.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(
                        """
                        SELECT m.msisdn, s.smsc_message_id, s.submitted_at
                        FROM message m JOIN message_segment s ON s.message_id = m.id
                        WHERE m.msisdn IN (:msisdns) AND s.link = :link AND s.command_status = 0
                            AND s.smsc_message_id IS NOT NULL AND\s""" + RECEIPT_DUE,
                        numbers(link, msisdns, since),
                        (row, n) -> new AnsweredId(
                                row.getString("msisdn"),
                                row.getString("smsc_message_id"),
                                Utc.instant(row, "submitted_at")))
                .stream()
                .collect(Collectors.groupingBy(AnsweredId::msisdn));
    }

    private static MapSqlParameterSource numbers(String link, Collection<String> msisdns, Instant since) {
        return new MapSqlParameterSource("msisdns", msisdns)
                .addValue("link", link)
                .addValue("since", Utc.column(since));
    }
}
