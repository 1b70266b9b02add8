package vn.canhbao.scheduler.waves;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.scheduler.prepare.WavePreparer;

/** Begins a wave whose time has come, or records that it was missed. */
@Component
public class WaveStart {

    private static final Logger log = LoggerFactory.getLogger(WaveStart.class);

    private final Campaigns campaigns;
    private final Waves waves;
    private final WavePreparer preparer;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    WaveStart(
            Campaigns campaigns,
            Waves waves,
            WavePreparer preparer,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.preparer = preparer;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A paused campaign's wave stays scheduled: the resumption plans it again. */
    public void begin(long waveId) {
        Wave planned = waves.get(waveId);
        Campaign campaign = campaigns.get(planned.campaignId());
        if (planned.status() != WaveStatus.SCHEDULED
                || (campaign.status() != CampaignStatus.APPROVED && campaign.status() != CampaignStatus.RUNNING)) {
            return;
        }
        Instant now = clock.instant();
        // A recurring wave stays as the plan; each of its firings is a wave of its own.
        Wave wave = planned.cron() == null ? planned : waves.get(waves.add(campaign.id(), WavePlan.at(now)));
        Instant due = wave.at() == null ? now : wave.at();
        Instant expiresAt = due.plus(campaign.validity());
        if (!now.isBefore(expiresAt)) {
            miss(campaign, wave);
            return;
        }
        boolean begun = Boolean.TRUE.equals(transaction.execute(status -> {
            campaigns.transition(campaign.id(), CampaignStatus.RUNNING);
            audit.record("canhbao", "WAVE_STARTED", "campaign " + campaign.id(), "wave " + wave.id());
            return waves.begin(wave.id(), now, expiresAt);
        }));
        if (begun) {
            log.info("Chiến dịch {}: đợt {} bắt đầu (wave started)", campaign.id(), wave.id());
            preparer.prepare(wave.id());
        }
    }

    private void miss(Campaign campaign, Wave wave) {
        transaction.executeWithoutResult(status -> {
            campaigns.transition(campaign.id(), CampaignStatus.RUNNING);
            waves.transition(wave.id(), WaveStatus.MISSED);
            audit.record("canhbao", "WAVE_MISSED", "campaign " + campaign.id(), "wave " + wave.id());
        });
        log.warn(
                "Chiến dịch {}: đợt {} đã lỡ, quá thời hạn khi máy chủ hoạt động lại (wave missed: its validity was over)",
                campaign.id(),
                wave.id());
    }
}
