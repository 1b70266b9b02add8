package vn.canhbao.scheduler.estimate;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.db.Utc;

/** The newest estimate of each campaign. */
@Repository
class StoredEstimates {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    StoredEstimates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CampaignEstimate> find(long campaignId) {
        return jdbc.sql("SELECT figures FROM campaign_estimate WHERE campaign_id = ?")
                .param(campaignId)
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, CampaignEstimate.class));
    }

    void put(long campaignId, CampaignEstimate estimate) {
        jdbc.sql("""
                        INSERT INTO campaign_estimate (campaign_id, computed_at, figures) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE computed_at = VALUES(computed_at), figures = VALUES(figures)
                        """)
                .params(campaignId, Utc.column(estimate.computedAt()), JSON.writeValueAsString(estimate))
                .update();
    }
}
