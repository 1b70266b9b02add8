package vn.canhbao.report.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.campaign.TopicNames;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** Campaigns as warnings, with what the office says of them. */
@Repository
public class Warnings {

    private static final String APPROVED = """
            (SELECT MAX(a.decided_at) FROM approval a WHERE a.campaign_id = %s AND a.decision = 'APPROVED')""";
    private static final String SENT = "(SELECT MIN(w.started_at) FROM wave w WHERE w.campaign_id = %s)";

    private static final String WARNING = """
            SELECT c.id, c.name, c.text, c.source, c.sender_id, n.topic, n.status AS notice_status, n.message_type,
                n.refers_to, n.published_by, n.published_at, n.changed_at, t.topic AS template_topic, %s AS approved_at, %s AS sent_at,
                (SELECT MAX(w.expires_at) FROM wave w WHERE w.campaign_id = c.id) AS expires_at,
                COALESCE(%s, %s) AS referred_at
            FROM campaign c LEFT JOIN warning_notice n ON n.campaign_id = c.id LEFT JOIN template t ON t.id = c.template_id
            WHERE NOT c.automatic AND
            """.formatted(
                    APPROVED.formatted("c.id"),
                    SENT.formatted("c.id"),
                    SENT.formatted("n.refers_to"),
                    APPROVED.formatted("n.refers_to"));

    /** On the public pages: published, sent, meant. */
    private static final String PUBLIC = """
             n.published_at IS NOT NULL AND n.status = 'ACTUAL'
             AND EXISTS (SELECT 1 FROM wave w WHERE w.campaign_id = c.id AND w.started_at IS NOT NULL)
            """;

    private final JdbcClient jdbc;
    private final TopicNames topics;
    private final Clock clock;

    public Warnings(JdbcClient jdbc, TopicNames topics, Clock clock) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.clock = clock;
    }

    /** Any campaign that is approved, for people who are signed in; {@link NotFound} otherwise. */
    public Warning approved(long id) {
        return find(
                        id,
                        " c.id = :id AND EXISTS (SELECT 1 FROM approval a WHERE a.campaign_id = c.id AND a.decision = 'APPROVED')")
                .orElseThrow(() -> missing(id));
    }

    /** A published one, for everybody; {@link NotFound} otherwise. */
    public Warning published(long id) {
        return find(id, PUBLIC + " AND c.id = :id").orElseThrow(() -> missing(id));
    }

    /** The newest published ones. */
    public List<Warning> published() {
        return jdbc.sql(WARNING + PUBLIC + " ORDER BY n.published_at DESC, c.id DESC LIMIT 100")
                .query(this::warning)
                .list();
    }

    /** What the office says of a campaign, or what it says of an ordinary one. */
    public Notice notice(long campaignId) {
        return find(campaignId, " c.id = :id")
                .orElseThrow(() -> NotFound.campaign(campaignId))
                .notice();
    }

    void put(Notice notice) {
        jdbc.sql("""
                INSERT INTO warning_notice (campaign_id, topic, status, message_type, refers_to, published_by, published_at,
                    changed_at)
                VALUES (:id, :topic, :status, :type, :refersTo, :publishedBy, :publishedAt, :now)
                ON DUPLICATE KEY UPDATE topic = VALUES(topic), status = VALUES(status), message_type = VALUES(message_type),
                    refers_to = VALUES(refers_to), published_by = VALUES(published_by),
                    published_at = VALUES(published_at), changed_at = VALUES(changed_at)
                """)
                .param("id", notice.campaignId())
                .param("topic", notice.topic())
                .param("status", notice.status().name())
                .param("type", notice.type().name())
                .param("refersTo", notice.refersTo())
                .param("publishedBy", notice.publishedBy())
                .param("publishedAt", Utc.column(notice.publishedAt()))
                .param("now", Utc.column(clock.instant()))
                .update();
    }

    private Optional<Warning> find(long id, String condition) {
        return jdbc.sql(WARNING + condition)
                .param("id", id)
                .query(this::warning)
                .optional();
    }

    private static NotFound missing(long id) {
        return new NotFound("Không có cảnh báo số " + id + " (no warning " + id + ")");
    }

    private Warning warning(ResultSet row, int n) throws SQLException {
        long id = row.getLong("id");
        String status = row.getString("notice_status");
        Long refersTo = row.getObject("refers_to", Long.class);
        Notice notice = status == null
                ? Notice.ordinary(id)
                : new Notice(
                        id,
                        row.getString("topic"),
                        NoticeStatus.valueOf(status),
                        NoticeType.valueOf(row.getString("message_type")),
                        refersTo,
                        row.getString("published_by"),
                        Utc.instant(row, "published_at"));
        Instant referredAt = Utc.instant(row, "referred_at");
        Instant changed = Utc.instant(row, "changed_at");
        Instant approved = Utc.instant(row, "approved_at");
        return new Warning(
                id,
                name(row),
                PublicText.of(row.getString("text")),
                row.getString("source"),
                row.getString("sender_id"),
                notice,
                approved,
                Utc.instant(row, "sent_at"),
                Utc.instant(row, "expires_at"),
                changed == null ? approved : changed,
                refersTo == null || referredAt == null ? null : new Warning.Referred(refersTo, referredAt));
    }

    // The form of fraud that the template warns of says more to the public than what the office called its campaign.
    private String name(ResultSet row) throws SQLException {
        String campaign = row.getString("name");
        String form = row.getString("template_topic");
        return form == null ? campaign : topics.nameOf(form).orElse(campaign);
    }
}
