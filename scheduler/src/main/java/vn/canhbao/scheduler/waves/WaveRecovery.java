package vn.canhbao.scheduler.waves;

import org.quartz.SchedulerException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.scheduler.prepare.WavePreparer;

/**
 * At the application's start, goes on preparing the waves that a stopped process left half prepared, and plans those that it
 * approved but had not yet planned.
 */
@Component
class WaveRecovery {

    private final Waves waves;
    private final Campaigns campaigns;
    private final WavePreparer preparer;
    private final WavePlanner planner;

    WaveRecovery(Waves waves, Campaigns campaigns, WavePreparer preparer, WavePlanner planner) {
        this.waves = waves;
        this.campaigns = campaigns;
        this.preparer = preparer;
        this.planner = planner;
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() throws SchedulerException {
        waves.withStatus(WaveStatus.PREPARING).forEach(wave -> preparer.prepare(wave.id()));
        for (Wave wave : waves.withStatus(WaveStatus.SCHEDULED)) {
            CampaignStatus status = campaigns.get(wave.campaignId()).status();
            if (status == CampaignStatus.APPROVED || status == CampaignStatus.RUNNING) {
                planner.planIfForgotten(wave);
            }
        }
    }
}
