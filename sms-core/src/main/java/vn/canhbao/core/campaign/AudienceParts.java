package vn.canhbao.core.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The definitions that campaigns address; copied at drafting, so that what is approved never changes. */
class AudienceParts {

    private final JdbcClient jdbc;

    AudienceParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AudiencePart> ofCampaign(long id) {
        return jdbc.sql("SELECT * FROM campaign_audience_part WHERE campaign_id = ? ORDER BY position")
                .param(id)
                .query((row, n) -> new AudiencePart(
                        row.getObject("audience_id", Long.class),
                        row.getString("name"),
                        NarrowingJson.readDefinition(row.getString("definition"))))
                .list();
    }

    void add(long campaignId, List<AudiencePart> parts) {
        for (int i = 0; i < parts.size(); i++) {
            AudiencePart part = parts.get(i);
            jdbc.sql("""
                            INSERT INTO campaign_audience_part (campaign_id, position, audience_id, name, definition)
                            VALUES (?, ?, ?, ?, ?)
                            """)
                    .params(campaignId, i + 1, part.audienceId(), part.name(), NarrowingJson.write(part.definition()))
                    .update();
        }
    }
}
