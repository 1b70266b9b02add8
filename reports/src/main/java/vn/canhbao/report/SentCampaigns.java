package vn.canhbao.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.campaign.TopicNames;
import vn.canhbao.core.db.Utc;
import vn.canhbao.report.ReportFacts.SentCampaign;

/** The campaigns that sent in a period, in words: topic, sender, source, who wrote and who approved. */
@Repository
class SentCampaigns {

    private static final Map<String, String> CLASSES =
            Map.of("CANH_BAO", "Cảnh báo", "TUYEN_TRUYEN", "Tuyên truyền", "DIEU_HANH", "Điều hành");

    private final JdbcClient jdbc;
    private final TopicNames topics;

    SentCampaigns(JdbcClient jdbc, TopicNames topics) {
        this.jdbc = jdbc;
        this.topics = topics;
    }

    /** By id, without figures. */
    Map<Long, SentCampaign> of(ReportPeriod period) {
        Map<Long, SentCampaign> campaigns = new HashMap<>();
        jdbc.sql("""
                SELECT c.id, c.name, c.message_class, c.sender_id, c.text, c.source, n.topic, n.status AS notice_status,
                    t.topic AS template_topic, COALESCE(author.display_name, c.created_by) AS author,
                    (SELECT MAX(COALESCE(u.display_name, a.decided_by)) FROM approval a
                     LEFT JOIN user_account u ON u.username = a.decided_by
                     WHERE a.campaign_id = c.id AND a.decision = 'APPROVED') AS approver,
                    (SELECT MIN(w.started_at) FROM wave w
                     WHERE w.campaign_id = c.id AND w.started_at >= :from AND w.started_at < :to) AS first_sent
                FROM campaign c
                LEFT JOIN warning_notice n ON n.campaign_id = c.id
                LEFT JOIN template t ON t.id = c.template_id
                LEFT JOIN user_account author ON author.username = c.created_by
                WHERE c.id IN (SELECT w.campaign_id FROM wave w WHERE w.id IN (%s))
                """.formatted(TallyCells.WAVES))
                .param("from", Utc.column(period.start()))
                .param("to", Utc.column(period.end()))
                .query(row -> {
                    String status = row.getString("notice_status");
                    campaigns.put(
                            row.getLong("id"),
                            new SentCampaign(
                                    row.getLong("id"),
                                    row.getString("name"),
                                    Utc.instant(row, "first_sent"),
                                    row.getString("sender_id"),
                                    topic(
                                            row.getString("topic"),
                                            row.getString("template_topic"),
                                            row.getString("message_class")),
                                    row.getString("text"),
                                    row.getString("source"),
                                    row.getString("author"),
                                    row.getString("approver"),
                                    status != null && !status.equals("ACTUAL"),
                                    Figures.NONE));
                });
        return campaigns;
    }

    // What the office says of the warning, else the template's form of fraud, else the class of the message.
    private String topic(String notice, String template, String messageClass) {
        if (notice != null) {
            return notice;
        }
        return Optional.ofNullable(template)
                .flatMap(topics::nameOf)
                .orElseGet(() -> CLASSES.getOrDefault(messageClass, messageClass));
    }
}
