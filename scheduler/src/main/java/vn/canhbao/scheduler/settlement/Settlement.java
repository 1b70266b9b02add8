package vn.canhbao.scheduler.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.core.message.TallyReader;

/** Looks at the running waves every second and closes what is over: messages, then waves, then campaigns. */
@Component
@EnableScheduling
@EnableConfigurationProperties(SettlementSettings.class)
public class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    /**
     * How long a finished wave is still looked at: unanswered messages don't keep it open, and a late answer makes one
     * of them SUBMITTED whose receipt then never comes.
     */
    private static final Duration AFTERMATH = Duration.ofDays(1);

    private final Campaigns campaigns;
    private final Waves waves;
    private final MessageSettlement messages;
    private final TallyReader tallies;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final SettlementSettings settings;
    private final Clock clock;

    Settlement(
            Campaigns campaigns,
            Waves waves,
            MessageSettlement messages,
            TallyReader tallies,
            AuditTrail audit,
            TransactionOperations transaction,
            SettlementSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.messages = messages;
        this.tallies = tallies;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${canhbao.settlement.interval:1s}")
    public void settle() {
        Instant now = clock.instant();
        for (Wave wave : waves.withStatus(WaveStatus.RUNNING, WaveStatus.WAITING)) {
            if (wave.startedAt() == null) {
                continue;
            }
            settle(wave, campaigns.get(wave.campaignId()), now);
        }
        for (Wave wave :
                waves.overAndValidAfter(now.minus(settings.receiptGrace()).minus(AFTERMATH))) {
            if (wave.status() == WaveStatus.CANCELLED) {
                // What the links had claimed and not sent has come back since, or the server died over the rest.
                blockwise(() -> messages.cancelReady(wave.id(), now));
            }
            giveUpReceipts(wave, now);
        }
        for (Campaign campaign : campaigns.withStatus(CampaignStatus.RUNNING)) {
            finishIfOver(campaign);
        }
    }

    private void settle(Wave wave, Campaign campaign, Instant now) {
        boolean resends = campaign.unansweredPolicy() == UnansweredPolicy.RESEND;
        if (!now.isBefore(wave.expiresAt())) {
            blockwise(() -> messages.expireReady(wave.id(), now));
        }
        giveUpReceipts(wave, now);
        if (resends) {
            blockwise(() -> messages.resend(wave.id(), now, now.minus(settings.resendAfter())));
        }
        // Another automatic reply may come all day.
        boolean mayGrow = campaign.automatic() && now.isBefore(wave.expiresAt());
        if (!mayGrow && !messages.isOpen(wave.id()) && !(resends && messages.awaitsResend(wave.id(), now))) {
            waves.transition(wave.id(), WaveStatus.FINISHED);
            log.info("Chiến dịch {}: đợt {} xong (wave finished)", campaign.id(), wave.id());
        }
    }

    private void giveUpReceipts(Wave wave, Instant now) {
        if (!now.isBefore(wave.expiresAt().plus(settings.receiptGrace()))) {
            blockwise(() -> messages.giveUpReceipts(wave.id(), now));
        }
    }

    private static void blockwise(IntSupplier block) {
        while (block.getAsInt() > 0) {
            // Until nothing is left.
        }
    }

    private void finishIfOver(Campaign campaign) {
        if (areOver(waves.ofCampaign(campaign.id()))) {
            transaction.executeWithoutResult(status -> {
                if (campaigns.transition(campaign.id(), CampaignStatus.FINISHED)) {
                    List<Wave> its = waves.ofCampaign(campaign.id());
                    if (!areOver(its)) {
                        // Somebody asked for a reminder meanwhile.
                        status.setRollbackOnly();
                        return;
                    }
                    boolean clean = tallies.ofCampaign(campaign.id()).clean()
                            && its.stream().noneMatch(wave -> wave.status() == WaveStatus.MISSED);
                    audit.record(
                            "canhbao",
                            "CAMPAIGN_FINISHED",
                            "campaign " + campaign.id(),
                            clean ? "clean" : "with messages that were not delivered");
                    log.info(
                            "Chiến dịch {} kết thúc{} (campaign finished{})",
                            campaign.id(),
                            clean ? "" : ", có tin không đến nơi",
                            clean ? "" : ", not everybody was reached");
                }
            });
        }
    }

    private static boolean areOver(List<Wave> waves) {
        return waves.stream().allMatch(wave -> switch (wave.status()) {
            case FINISHED, MISSED, CANCELLED -> true;
            case SCHEDULED, PREPARING, RUNNING, WAITING, PAUSED -> false;
        });
    }
}
