package vn.canhbao.scheduler.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Escalation;
import vn.canhbao.core.campaign.Escalations;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.confirmation.Confirmations;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.Unit;
import vn.canhbao.core.recipient.UnitDesk;
import vn.canhbao.core.recipient.UnitNode;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;

/**
 * Tells heads of units, once for a campaign, when the time to answer its last sending is over: a message each, in a campaign
 * of its own, which is no warning and stands in no report. Outside the sending window they are told when it opens.
 */
@Component
class HeadNotices {

    private static final Logger log = LoggerFactory.getLogger(HeadNotices.class);
    private static final Duration VALIDITY = Duration.ofHours(6);
    // A head need not be among those whom campaigns address.
    private static final long NO_RECIPIENT = 0;

    private final Escalations escalations;
    private final Campaigns campaigns;
    private final Waves waves;
    private final SentOut sentOut;
    private final SendingHours hours;
    private final Confirmations confirmations;
    private final UnitDesk units;
    private final Operators operators;
    private final PreparedMessages messages;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    HeadNotices(
            Escalations escalations,
            Campaigns campaigns,
            Waves waves,
            SentOut sentOut,
            SendingHours hours,
            Confirmations confirmations,
            UnitDesk units,
            Operators operators,
            PreparedMessages messages,
            AuditTrail audit,
            TransactionOperations transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.escalations = escalations;
        this.campaigns = campaigns;
        this.waves = waves;
        this.sentOut = sentOut;
        this.hours = hours;
        this.confirmations = confirmations;
        this.units = units;
        this.operators = operators;
        this.messages = messages;
        this.audit = audit;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        for (long id : escalations.withHeadsToTell()) {
            Campaign campaign = campaigns.get(id);
            if (campaign.status() == CampaignStatus.CANCELLED) {
                escalations.tellHeads(id);
            } else if (isOver(campaign)) {
                transaction.executeWithoutResult(status -> {
                    if (escalations.tellHeads(id)) {
                        tell(campaign, escalations.of(id).orElseThrow());
                    }
                });
            }
        }
    }

    private boolean isOver(Campaign campaign) {
        boolean sent = campaign.status() == CampaignStatus.RUNNING || campaign.status() == CampaignStatus.FINISHED;
        Duration after = escalations.of(campaign.id()).orElseThrow().after();
        return sent
                && hours.isOpen(campaign)
                && sentOut.at(waves.ofCampaign(campaign.id()))
                        .filter(last -> !clock.instant().isBefore(last.plus(after)))
                        .isPresent();
    }

    private void tell(Campaign campaign, Escalation escalation) {
        Map<Long, Unit> tree =
                units.tree().stream().map(UnitNode::unit).collect(Collectors.toMap(Unit::id, Function.identity()));
        List<HeadNotice> notices = HeadNotice.of(confirmations.byUnit(campaign.id()), tree);
        long missing = confirmations.ofCampaign(campaign.id()).missing();
        long told = notices.stream().mapToLong(HeadNotice::missing).sum();
        audit.record(
                "canhbao",
                "HEADS_TOLD",
                "campaign " + campaign.id(),
                notices.size() + " heads, of " + told + " people; " + (missing - told) + " people without a head");
        if (notices.isEmpty()) {
            log.info("Chiến dịch {}: không có trưởng đơn vị nào cần báo (no head to tell)", campaign.id());
            return;
        }
        send(campaign, texts(campaign, escalation, notices));
        log.info("Chiến dịch {}: đã báo {} trưởng đơn vị (heads told)", campaign.id(), notices.size());
    }

    // Who heads several units gets one message with them all.
    private static Map<String, String> texts(Campaign campaign, Escalation escalation, List<HeadNotice> notices) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (HeadNotice notice : notices) {
            String text = notice.text(campaign, escalation);
            texts.merge(
                    notice.head().headMsisdn(),
                    campaign.textForm() == TextForm.UNACCENTED ? Unaccented.of(text) : text,
                    (one, other) -> one + "\n" + other);
        }
        return texts;
    }

    private void send(Campaign campaign, Map<String, String> texts) {
        Instant now = clock.instant();
        Instant end = now.plus(VALIDITY);
        long own = addCampaign(campaign, now);
        long wave = waves.addRunning(own, end);
        Map<String, String> operatorOf = operators.of(texts.keySet());
        messages.add(texts.entrySet().stream()
                .map(entry -> {
                    SmsText sms = SmsText.of(entry.getValue());
                    return new PreparedMessage(
                            wave,
                            own,
                            NO_RECIPIENT,
                            entry.getKey(),
                            operatorOf.get(entry.getKey()),
                            campaign.senderId(),
                            sms.text(),
                            sms.segments().size(),
                            MessageStatus.READY,
                            end,
                            null);
                })
                .toList());
    }

    private long addCampaign(Campaign of, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at, automatic, urgent, exercise)
                        SELECT CONCAT('Báo trưởng đơn vị về chiến dịch ', id), 'DIEU_HANH', name, text_form, source, sender_id, ?,
                            'KEEP', 'RUNNING', 'canhbao', ?, TRUE, urgent, exercise
                        FROM campaign WHERE id = ?
                        """).params(VALIDITY.toSeconds(), Utc.column(now), of.id()).update(key, "id");
        return key.getKey().longValue();
    }
}
