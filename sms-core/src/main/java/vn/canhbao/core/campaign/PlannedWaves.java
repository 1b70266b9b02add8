package vn.canhbao.core.campaign;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** What is to come: waves that have not begun, of campaigns that are approved or wait for it. */
@Repository
public class PlannedWaves {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;

    public PlannedWaves(JdbcClient jdbc, Campaigns campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    /** A wave with its campaign. */
    public record Planned(Wave wave, Campaign campaign) {}

    /** Those due by then, those that recur, and those whose time is not known yet; the earliest first, 500 at most. */
    public List<Planned> dueBy(Instant end) {
        List<Wave> waves =
                jdbc.sql("""
                        SELECT w.* FROM wave w JOIN campaign c ON c.id = w.campaign_id
                        WHERE w.status IN ('SCHEDULED', 'WAITING') AND w.started_at IS NULL AND (w.at IS NULL OR w.at <= ?)
                            AND c.status IN ('SUBMITTED', 'APPROVED', 'RUNNING', 'PAUSED') AND c.test_of IS NULL
                        ORDER BY w.at, w.id LIMIT ?
                        """).params(Utc.column(end), MOST).query(Waves::wave).list();
        Map<Long, Campaign> known = new HashMap<>();
        return waves.stream()
                .map(wave -> new Planned(wave, known.computeIfAbsent(wave.campaignId(), campaigns::get)))
                .toList();
    }

    /** Campaigns that have a changed wave waiting for an approver. */
    public List<Long> withChangesToApprove() {
        return jdbc.sql("""
                        SELECT DISTINCT w.campaign_id FROM wave_change d JOIN wave w ON w.id = d.wave_id
                        ORDER BY w.campaign_id LIMIT 50
                        """).query(Long.class).list();
    }
}
