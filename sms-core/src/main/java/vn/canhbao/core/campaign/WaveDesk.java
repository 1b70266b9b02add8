package vn.canhbao.core.campaign;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.NotFound;

/**
 * The commands over one wave of an approved campaign: pause, resume, cancel. What is paused by itself is resumed by itself:
 * a campaign that is paused and resumed as a whole leaves it paused. Within a second after the answer nothing more of the
 * wave is put on the wire, on any node; what was claimed and not sent goes back to the queue.
 */
@Component
@Transactional
public class WaveDesk {

    private final Campaigns campaigns;
    private final Waves waves;
    private final SendingHours hours;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    WaveDesk(Campaigns campaigns, Waves waves, SendingHours hours, AuditTrail audit, ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.hours = hours;
        this.audit = audit;
        this.events = events;
    }

    public void pause(long campaignId, long waveId, String actor) {
        Campaign campaign = campaigns.get(campaignId);
        Wave wave = of(campaignId, waveId);
        require(isSending(campaign) && waves.pauseAlone(waveId), wave, "tạm dừng (pause)");
        record(actor, "WAVE_PAUSED", wave);
    }

    public void resume(long campaignId, long waveId, String actor) {
        Campaign campaign = campaigns.get(campaignId);
        Wave wave = of(campaignId, waveId);
        if (campaign.status() == CampaignStatus.PAUSED) {
            throw new ConflictingState("Cả chiến dịch đang tạm dừng: gửi tiếp chiến dịch trước"
                    + " (the whole campaign is paused: resume it first)");
        }
        require(isSending(campaign) && waves.resume(waveId, hours.isOpen(campaign)), wave, "gửi tiếp (resume)");
        record(actor, "WAVE_RESUMED", wave);
        // Its time may have come during the pause, or its preparation was cut off.
        events.publishEvent(new CampaignApproved(campaignId));
    }

    /** Cancels the campaign too, where no wave is left that was sent or will be. */
    public void cancel(long campaignId, long waveId, String actor) {
        campaigns.get(campaignId);
        Wave wave = of(campaignId, waveId);
        require(waves.transition(waveId, WaveStatus.CANCELLED), wave, "hủy (cancel)");
        record(actor, "WAVE_CANCELLED", wave);
        events.publishEvent(new WaveCancelled(waveId));
        boolean nothingLeft =
                waves.ofCampaign(campaignId).stream().allMatch(other -> other.status() == WaveStatus.CANCELLED);
        if (nothingLeft && campaigns.transition(campaignId, CampaignStatus.CANCELLED)) {
            audit.record(actor, "CAMPAIGN_CANCELLED", "campaign " + campaignId, "its last wave was cancelled");
            events.publishEvent(new CampaignCancelled(campaignId));
        }
    }

    private Wave of(long campaignId, long waveId) {
        Wave wave = waves.get(waveId);
        if (wave.campaignId() != campaignId) {
            throw new NotFound(
                    "Chiến dịch " + campaignId + " không có đợt số " + waveId + " (no such wave in this campaign)");
        }
        return wave;
    }

    private static boolean isSending(Campaign campaign) {
        return campaign.status() == CampaignStatus.APPROVED || campaign.status() == CampaignStatus.RUNNING;
    }

    private static void require(boolean done, Wave wave, String verb) {
        if (!done) {
            throw new ConflictingState("Đợt đang ở trạng thái " + wave.status() + ", không thể " + verb
                    + " (not possible in this state of the wave or its campaign)");
        }
    }

    private void record(String actor, String action, Wave wave) {
        audit.record(actor, action, "campaign " + wave.campaignId(), "wave " + wave.id());
    }
}
