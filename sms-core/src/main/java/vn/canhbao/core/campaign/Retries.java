package vn.canhbao.core.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The waves that send again, with the people chosen for each. */
@Repository
public class Retries {

    private static final int BLOCK = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Retries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A wave that sends again.
     *
     * @param people how many were chosen; fewer get a message where somebody is suppressed meanwhile
     * @param reasons for which they were not reached, as codes of {@link vn.canhbao.core.fault.Fault}
     */
    public record Retry(long waveId, long people, String reasons, String orderedBy, Instant orderedAt) {}

    public List<Retry> ofCampaign(long campaignId) {
        return jdbc.sql("""
                        SELECT r.* FROM retry r JOIN wave w ON w.id = r.wave_id WHERE w.campaign_id = ? ORDER BY r.wave_id
                        """)
                .param(campaignId)
                .query((row, n) -> new Retry(
                        row.getLong("wave_id"),
                        row.getLong("people"),
                        row.getString("reasons"),
                        row.getString("ordered_by"),
                        Utc.instant(row, "ordered_at")))
                .list();
    }

    public boolean isRetry(long waveId) {
        return jdbc.sql("SELECT 1 FROM retry WHERE wave_id = ?")
                .param(waveId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void add(long waveId, List<Long> recipients, String reasons, String actor) {
        jdbc.sql("INSERT INTO retry (wave_id, people, reasons, ordered_by, ordered_at) VALUES (?, ?, ?, ?, ?)")
                .params(waveId, recipients.size(), reasons, actor, Utc.column(clock.instant()))
                .update();
        for (int from = 0; from < recipients.size(); from += BLOCK) {
            jdbc.sql(
                            "INSERT INTO retry_recipient (wave_id, recipient_id) SELECT :wave, id FROM recipient WHERE id IN (:ids) AND erased_at IS NULL")
                    .param("wave", waveId)
                    .param("ids", recipients.subList(from, Math.min(from + BLOCK, recipients.size())))
                    .update();
        }
    }
}
