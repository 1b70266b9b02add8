package vn.canhbao.scheduler.waves;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.scheduler.escalation.SentOut;

/**
 * Looks at the waves twice a second. A running wave waits when its window closes and goes on when it opens; what the links
 * had claimed is finished. A wave that follows another gets its time once that one is over. A wave that a person paused is
 * not touched.
 */
@Component
class WaveWatch {

    private static final Logger log = LoggerFactory.getLogger(WaveWatch.class);

    private final Waves waves;
    private final Campaigns campaigns;
    private final SendingHours hours;
    private final WaveStart start;
    private final WavePlanner planner;
    private final SentOut sentOut;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    WaveWatch(
            Waves waves,
            Campaigns campaigns,
            SendingHours hours,
            WaveStart start,
            WavePlanner planner,
            SentOut sentOut,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.waves = waves;
        this.campaigns = campaigns;
        this.hours = hours;
        this.start = start;
        this.planner = planner;
        this.sentOut = sentOut;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void look() throws SchedulerException {
        // Closing first: it must happen within the second.
        for (Wave wave : waves.withStatus(WaveStatus.RUNNING, WaveStatus.WAITING)) {
            Campaign campaign = campaigns.get(wave.campaignId());
            SendingCalendar calendar = hours.of(campaign);
            if (wave.status() == WaveStatus.RUNNING) {
                closeIfOver(wave, campaign, calendar);
            } else if (campaign.status() == CampaignStatus.APPROVED || campaign.status() == CampaignStatus.RUNNING) {
                goOn(wave, campaign, calendar);
            }
        }
        for (Wave wave : waves.following()) {
            follow(wave);
        }
    }

    private void closeIfOver(Wave wave, Campaign campaign, SendingCalendar calendar) {
        Instant now = clock.instant();
        if (calendar.isOpen(now)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (waves.windowCloses(
                    wave.id(), "khung giờ " + calendar.window().hours() + " đã đóng (the window has closed)")) {
                record(
                        "WAVE_WAITING",
                        wave,
                        calendar.nextOpening(now).map(at -> "opens " + at).orElse("never opens"));
                log.info("Chiến dịch {}: đợt {} dừng vì hết khung giờ (the window closed)", campaign.id(), wave.id());
            }
        });
    }

    private void goOn(Wave wave, Campaign campaign, SendingCalendar calendar) {
        Instant now = clock.instant();
        if (wave.startedAt() == null) {
            // Its validity may be over, or the holiday table changed: then it is missed.
            boolean hopeless = calendar.nextOpening(now)
                    .filter(opening -> opening.isBefore(wave.expiresAt()))
                    .isEmpty();
            if (calendar.isOpen(now) || hopeless) {
                start.beginLate(wave, campaign);
            }
        } else if (calendar.isOpen(now)) {
            transaction.executeWithoutResult(status -> {
                if (waves.windowOpens(wave.id())) {
                    record("WAVE_CONTINUED", wave, "window open");
                    log.info("Chiến dịch {}: đợt {} gửi tiếp (the window is open)", campaign.id(), wave.id());
                }
            });
        }
    }

    private void follow(Wave wave) throws SchedulerException {
        CampaignStatus status = campaigns.get(wave.campaignId()).status();
        if (status != CampaignStatus.APPROVED && status != CampaignStatus.RUNNING) {
            return;
        }
        List<Wave> all = waves.ofCampaign(wave.campaignId());
        if (wave.reminder()) {
            // Not at their end: a receipt may come hours after everybody has had time to answer.
            Optional<Instant> sent = sentOut.at(all.stream()
                    .filter(other -> other.position() < wave.position())
                    .toList());
            if (sent.isPresent()) {
                comesDue(wave, sent.get().plus(wave.delay()));
            }
            return;
        }
        Wave earlier = all.stream()
                .filter(other -> other.position() == wave.afterPosition())
                .findFirst()
                .orElseThrow();
        if (earlier.finishedAt() == null) {
            return;
        }
        // Counted from the start, so that a person knows the day; but a receipt may come as late as the end.
        Instant from = earlier.startedAt() == null ? earlier.finishedAt() : earlier.startedAt();
        Instant planned = from.plus(wave.delay());
        Instant due = planned.isBefore(earlier.finishedAt()) ? earlier.finishedAt() : planned;
        comesDue(wave, due);
    }

    private void comesDue(Wave wave, Instant due) throws SchedulerException {
        if (waves.comesDue(wave.id(), due)) {
            log.info("Chiến dịch {}: đợt {} sẽ gửi lúc {} (wave planned)", wave.campaignId(), wave.id(), due);
            planner.plan(waves.get(wave.id()));
        }
    }

    private void record(String action, Wave wave, String detail) {
        audit.record("canhbao", action, "campaign " + wave.campaignId(), "wave " + wave.id() + ": " + detail);
    }
}
