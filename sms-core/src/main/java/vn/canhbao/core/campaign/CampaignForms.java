package vn.canhbao.core.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.InvalidInput;

/** Campaigns' forms as far as they are written, each its author's alone, whether or not anything in them is right yet. */
@Repository
public class CampaignForms {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};
    private static final int LONGEST = 60_000;
    private static final int KEY_LENGTH = 36;
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    public CampaignForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A form as typed.
     *
     * @param key under which it is kept, from its page
     * @param campaignId the draft that it changes, or {@code null}: a new campaign
     * @param fields by name
     */
    public record Written(String key, Long campaignId, Map<String, List<String>> fields, Instant savedAt) {

        /** What stands in a field, or an empty text. */
        public String first(String field) {
            List<String> values = fields.getOrDefault(field, List.of());
            return values.isEmpty() ? "" : values.getFirst();
        }
    }

    /** The author's, new campaigns only, the latest first. */
    public List<Written> unfinished(String author) {
        return jdbc.sql("""
                        SELECT * FROM campaign_form WHERE author = ? AND campaign_id IS NULL ORDER BY saved_at DESC LIMIT ?
                        """).params(author, SHOWN).query(CampaignForms::written).list();
    }

    /** Empty where it is another author's, or given up. */
    public Optional<Written> find(String key, String author) {
        return jdbc.sql("SELECT * FROM campaign_form WHERE form_key = ? AND author = ?")
                .params(key, author)
                .query(CampaignForms::written)
                .optional();
    }

    /** What this author changed in a campaign's form and has not stored. */
    public Optional<Written> ofCampaign(long campaignId, String author) {
        return jdbc.sql(
                        "SELECT * FROM campaign_form WHERE campaign_id = ? AND author = ? ORDER BY saved_at DESC LIMIT 1")
                .params(campaignId, author)
                .query(CampaignForms::written)
                .optional();
    }

    /** Keeps it, in place of what was kept under its key. */
    public Written keep(String key, String author, Long campaignId, Map<String, List<String>> fields) {
        String json = JSON.writeValueAsString(fields);
        if (key.length() != KEY_LENGTH || json.length() > LONGEST) {
            throw InvalidInput.of("form", "biểu mẫu này không tự lưu được (the form can't be kept)");
        }
        Instant now = clock.instant();
        int known = jdbc.sql("UPDATE campaign_form SET fields = ?, saved_at = ? WHERE form_key = ? AND author = ?")
                .params(json, Utc.column(now), key, author)
                .update();
        if (known == 0) {
            jdbc.sql(
                            "INSERT INTO campaign_form (form_key, author, campaign_id, fields, saved_at) VALUES (?, ?, ?, ?, ?)")
                    .params(key, author, campaignId, json, Utc.column(now))
                    .update();
        }
        return new Written(key, campaignId, fields, now);
    }

    public void forget(String key, String author) {
        jdbc.sql("DELETE FROM campaign_form WHERE form_key = ? AND author = ?")
                .params(key, author)
                .update();
    }

    private static Written written(ResultSet row, int n) throws SQLException {
        return new Written(
                row.getString("form_key"),
                row.getObject("campaign_id", Long.class),
                JSON.readValue(row.getString("fields"), FIELDS),
                Utc.instant(row, "saved_at"));
    }
}
