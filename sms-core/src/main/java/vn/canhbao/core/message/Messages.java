package vn.canhbao.core.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Messages for lists on pages and in REST, page by page. */
@Repository
public class Messages {

    private final NamedParameterJdbcTemplate jdbc;

    public Messages(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of a campaign's messages, by id.
     *
     * @param status only these, or {@code null} for all
     * @param after the id of the last one seen, or {@code null} for the first page
     */
    public List<MessageView> page(long campaignId, MessageStatus status, Long after, int limit) {
        var parameters = new MapSqlParameterSource()
                .addValue("campaign", campaignId)
                .addValue("status", status == null ? null : status.name())
                .addValue("after", after == null ? 0 : after)
                .addValue("limit", limit);
        // Through the waves: (wave_id, status) is the index.
        List<MessageView> bare = jdbc.query(
                """
                SELECT m.id, m.msisdn, m.operator_code, m.link, m.status, m.submitted_at, m.final_at, m.detail
                FROM message m
                WHERE m.wave_id IN (SELECT w.id FROM wave w WHERE w.campaign_id = :campaign) AND m.id > :after
                """ + (status == null ? "" : " AND m.status = :status ") + " ORDER BY m.id LIMIT :limit",
                parameters,
                (row, n) -> new MessageView(
                        row.getLong("id"),
                        row.getString("msisdn"),
                        row.getString("operator_code"),
                        row.getString("link"),
                        MessageStatus.valueOf(row.getString("status")),
                        List.of(),
                        Utc.instant(row, "submitted_at"),
                        Utc.instant(row, "final_at"),
                        row.getString("detail"),
                        List.of()));
        Map<Long, List<SegmentView>> segments = segments(bare);
        Map<Long, List<AttemptView>> attempts = attempts(bare);
        return bare.stream()
                .map(message -> new MessageView(
                        message.id(),
                        message.msisdn(),
                        message.operatorCode(),
                        message.link(),
                        message.status(),
                        segments.getOrDefault(message.id(), List.of()),
                        message.submittedAt(),
                        message.finalAt(),
                        message.detail(),
                        attempts.getOrDefault(message.id(), List.of())))
                .toList();
    }

    /** The latest messages to a number, over all campaigns. */
    public List<SentToNumber> latestTo(String msisdn, int limit) {
        return jdbc.query(
                """
                SELECT m.id, m.campaign_id, c.name, m.text, m.status, m.submitted_at, m.final_at, m.detail
                FROM message m JOIN campaign c ON c.id = m.campaign_id
                WHERE m.msisdn = :msisdn ORDER BY m.wave_id DESC, m.id DESC LIMIT :limit
                """,
                new MapSqlParameterSource("msisdn", msisdn).addValue("limit", limit),
                (row, n) -> new SentToNumber(
                        row.getLong("id"),
                        row.getLong("campaign_id"),
                        row.getString("name"),
                        row.getString("text"),
                        MessageStatus.valueOf(row.getString("status")),
                        Utc.instant(row, "submitted_at"),
                        Utc.instant(row, "final_at"),
                        row.getString("detail")));
    }

    private Map<Long, List<SegmentView>> segments(List<MessageView> messages) {
        Map<Long, List<SegmentView>> segments = new HashMap<>();
        if (!messages.isEmpty()) {
            jdbc.query(
                    """
                    SELECT message_id, smsc_message_id, command_status, receipt_state FROM message_segment
                    WHERE message_id IN (:ids) ORDER BY message_id, segment_no
                    """,
                    new MapSqlParameterSource(
                            "ids", messages.stream().map(MessageView::id).toList()),
                    row -> {
                        segments.computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>())
                                .add(new SegmentView(
                                        row.getString("smsc_message_id"),
                                        (Integer) row.getObject("command_status"),
                                        row.getString("receipt_state")));
                    });
        }
        return segments;
    }

    private Map<Long, List<AttemptView>> attempts(List<MessageView> messages) {
        Map<Long, List<AttemptView>> attempts = new HashMap<>();
        if (!messages.isEmpty()) {
            jdbc.query(
                    """
                    SELECT message_id, at, link, segment_no, command_status, receipt_error FROM submit_refusal
                    WHERE message_id IN (:ids) ORDER BY id
                    """,
                    new MapSqlParameterSource(
                            "ids", messages.stream().map(MessageView::id).toList()),
                    row -> {
                        attempts.computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>())
                                .add(new AttemptView(
                                        Utc.instant(row, "at"),
                                        row.getString("link"),
                                        row.getInt("segment_no"),
                                        row.getInt("command_status"),
                                        row.getString("receipt_error")));
                    });
        }
        return attempts;
    }
}
