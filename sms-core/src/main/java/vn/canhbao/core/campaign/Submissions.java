package vn.canhbao.core.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.db.Utc;

/** Campaigns as they were put before an approver, and why the last one was rejected. */
@Repository
public class Submissions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;

    public Submissions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The last rejection of a campaign.
     *
     * @param content what was rejected, or {@code null} where it was submitted before contents were kept
     */
    public record Rejection(String reason, String by, Instant at, CampaignContent content) {}

    public Optional<Rejection> lastRejection(long campaignId) {
        return jdbc.sql("""
                        SELECT reason, decided_by, decided_at FROM approval
                        WHERE campaign_id = ? AND decision = 'REJECTED' ORDER BY id DESC LIMIT 1
                        """)
                .param(campaignId)
                .query((row, n) -> new Rejection(
                        row.getString("reason"), row.getString("decided_by"), Utc.instant(row, "decided_at"), null))
                .optional()
                .map(rejection -> new Rejection(
                        rejection.reason(), rejection.by(), rejection.at(), content(campaignId, rejection.at())));
    }

    /** As it is now. */
    public CampaignContent current(long campaignId) {
        Campaigns campaigns = new Campaigns(jdbc, clock);
        Waves waves = new Waves(jdbc, clock);
        return CampaignContent.of(
                jdbc,
                campaigns.get(campaignId),
                campaigns.audience(campaignId),
                waves.ofCampaign(campaignId),
                new Escalations(jdbc, waves, clock).of(campaignId));
    }

    void add(long campaignId, String author) {
        jdbc.sql(
                        "INSERT INTO campaign_submission (campaign_id, submitted_by, submitted_at, content) VALUES (?, ?, ?, ?)")
                .params(
                        campaignId,
                        author,
                        Utc.column(clock.instant()),
                        JSON.writeValueAsString(current(campaignId).fields()))
                .update();
    }

    private CampaignContent content(long campaignId, Instant decidedAt) {
        return jdbc.sql("""
                        SELECT content FROM campaign_submission
                        WHERE campaign_id = ? AND submitted_at <= ? ORDER BY id DESC LIMIT 1
                        """)
                .params(campaignId, Utc.column(decidedAt))
                .query(String.class)
                .optional()
                .map(json -> new CampaignContent(JSON.readValue(json, FIELDS)))
                .orElse(null);
    }
}
