package vn.canhbao.core.campaign;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.canhbao.core.audit.AuditTrail;

/** Pauses a campaign because going on would fail recipients one after the other; a person mends and resumes it. */
@Component
public class CampaignStop {

    private static final Logger log = LoggerFactory.getLogger(CampaignStop.class);
    private static final int LONGEST_REASON = 1_000;

    private final Campaigns campaigns;
    private final Waves waves;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    public CampaignStop(Campaigns campaigns, Waves waves, AuditTrail audit, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * In the caller's transaction; a campaign that is not running any more stays as it is.
     *
     * @param reason in one line with the remedy
     */
    public void stop(long campaign, String reason) {
        Campaign now = campaigns.get(campaign);
        if (now.status() != CampaignStatus.RUNNING || !campaigns.transition(campaign, CampaignStatus.PAUSED)) {
            return;
        }
        waves.ofCampaign(campaign).stream()
                .filter(wave -> wave.status() == WaveStatus.RUNNING
                        || wave.status() == WaveStatus.PREPARING
                        || (wave.status() == WaveStatus.WAITING && wave.startedAt() != null))
                .forEach(wave -> waves.transition(wave.id(), WaveStatus.PAUSED));
        String line = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        jdbc.sql("UPDATE campaign SET pause_reason = ? WHERE id = ?")
                .params(line, campaign)
                .update();
        audit.record("canhbao", "CAMPAIGN_PAUSED", "campaign " + campaign, line);
        log.error("Chiến dịch {} tạm dừng (campaign paused): {}", campaign, line);
    }
}
