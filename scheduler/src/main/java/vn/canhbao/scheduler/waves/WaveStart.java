package vn.canhbao.scheduler.waves;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.CronRule;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.WaveTiming;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.scheduler.prepare.WavePreparer;

/** Begins a wave whose time has come, lets it wait for its window, or records that it was missed. */
@Component
public class WaveStart {

    private static final Logger log = LoggerFactory.getLogger(WaveStart.class);
    private static final String SYSTEM = "canhbao";

    private final Campaigns campaigns;
    private final Waves waves;
    private final SendingHours hours;
    private final WavePreparer preparer;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    WaveStart(
            Campaigns campaigns,
            Waves waves,
            SendingHours hours,
            WavePreparer preparer,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.hours = hours;
        this.preparer = preparer;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A wave that goes out once; a paused campaign's stays as it is, the resumption plans it again.
     *
     * @param approvedAt the time of a wave that goes out on approval
     */
    public void begin(long waveId, Instant approvedAt) {
        Wave wave = waves.get(waveId);
        Campaign campaign = campaigns.get(wave.campaignId());
        if (wave.status() == WaveStatus.SCHEDULED && maySend(campaign)) {
            decide(campaign, wave, wave.at() == null ? approvedAt : wave.at());
        }
    }

    /**
     * A firing of a recurring wave, which stays as the plan; the firing becomes a wave of its own. After a time in which the
     * server was down this is the last firing that was missed, whose validity counts from its own time.
     */
    public void fire(long waveId) {
        Wave recurring = waves.get(waveId);
        Campaign campaign = campaigns.get(recurring.campaignId());
        if (recurring.status() != WaveStatus.SCHEDULED || recurring.cron() == null || !maySend(campaign)) {
            return;
        }
        SendingCalendar calendar = hours.of(campaign);
        CronRule.lastOpen(recurring.cron(), calendar, clock.instant())
                .flatMap(due -> waves.addFiring(recurring, due))
                .ifPresent(wave -> decide(campaign, wave, wave.at()));
    }

    /** A wave that waited for its window and has not begun. */
    void beginLate(Wave wave, Campaign campaign) {
        decide(campaign, wave, wave.expiresAt().minus(campaign.validity()));
    }

    private static boolean maySend(Campaign campaign) {
        return campaign.status() == CampaignStatus.APPROVED || campaign.status() == CampaignStatus.RUNNING;
    }

    private void decide(Campaign campaign, Wave wave, Instant due) {
        Instant now = clock.instant();
        switch (WaveTiming.of(hours.of(campaign), due, campaign.validity(), now)) {
            case WaveTiming.Begins begins -> start(campaign, wave, now, begins.expiresAt());
            case WaveTiming.Waits waits -> await(campaign, wave, waits);
            case WaveTiming.Missed missed -> miss(campaign, wave, missed.reason());
        }
    }

    private void start(Campaign campaign, Wave wave, Instant now, Instant expiresAt) {
        boolean begun = Boolean.TRUE.equals(transaction.execute(status -> {
            campaigns.transition(campaign.id(), CampaignStatus.RUNNING);
            record("WAVE_STARTED", campaign, wave, null);
            return waves.begin(wave.id(), now, expiresAt);
        }));
        if (begun) {
            log.info("Chiến dịch {}: đợt {} bắt đầu (wave started)", campaign.id(), wave.id());
            preparer.prepare(wave.id());
        }
    }

    private void await(Campaign campaign, Wave wave, WaveTiming.Waits waits) {
        String reason =
                "khung giờ " + hours.window(campaign.messageClass()).hours() + " đang đóng (the window is closed)";
        transaction.executeWithoutResult(status -> {
            if (waves.awaitOpening(wave.id(), waits.expiresAt(), reason)) {
                record("WAVE_WAITING", campaign, wave, "opens " + waits.opening());
                log.info(
                        "Chiến dịch {}: đợt {} chờ khung giờ mở lúc {} (wave waits for its window)",
                        campaign.id(),
                        wave.id(),
                        waits.opening());
            }
        });
    }

    private void miss(Campaign campaign, Wave wave, String reason) {
        transaction.executeWithoutResult(status -> {
            if (waves.miss(wave.id(), reason)) {
                campaigns.transition(campaign.id(), CampaignStatus.RUNNING);
                record("WAVE_MISSED", campaign, wave, reason);
                log.warn("Chiến dịch {}: đợt {} đã lỡ (wave missed): {}", campaign.id(), wave.id(), reason);
            }
        });
    }

    private void record(String action, Campaign campaign, Wave wave, String detail) {
        audit.record(
                SYSTEM,
                action,
                "campaign " + campaign.id(),
                "wave " + wave.id() + (detail == null ? "" : ": " + detail));
    }
}
