package vn.canhbao.gateway.inbound;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.inbound.AutomaticReplies;
import vn.canhbao.core.inbound.InboundAction;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.core.inbound.SentMessage;
import vn.canhbao.core.inbound.SentMessages;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.Suppressions;

/** A subscriber wants no more messages: from now on the number gets none but the confirmation. */
@Component
class SubscriberRefusals {

    private static final String ACTOR = "sms";
    private static final int LONGEST_NOTE = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Suppressions suppressions;
    private final MessageSettlement prepared;
    private final AuditTrail audit;
    private final AutomaticReplies replies;
    private final SentMessages sent;
    private final InboundMessages messages;
    private final InboundSettings settings;
    private final Clock clock;

    SubscriberRefusals(
            Suppressions suppressions,
            MessageSettlement prepared,
            AuditTrail audit,
            AutomaticReplies replies,
            SentMessages sent,
            InboundMessages messages,
            InboundSettings settings,
            Clock clock) {
        this.suppressions = suppressions;
        this.prepared = prepared;
        this.audit = audit;
        this.replies = replies;
        this.sent = sent;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Suppresses the number and what is prepared for it, and queues the confirmation. */
    InboundKind handle(InboundMessage refusal) {
        Msisdn number = refusal.subscriber().orElseThrow();
        suppressions.add(number, "REFUSED", note(refusal), ACTOR);
        int dropped = prepared.suppressReady(number.digits(), clock.instant());
        audit.record(
                ACTOR,
                "NUMBER_SUPPRESSED",
                "inbound " + refusal.id(),
                "refused; prepared messages dropped: " + dropped);
        Optional<Long> confirmation = settings.confirmation() ? confirm(number) : Optional.empty();
        messages.done(
                refusal.id(),
                InboundKind.REFUSAL,
                confirmation.isPresent() ? InboundAction.SUPPRESSED_AND_CONFIRMED : InboundAction.SUPPRESSED,
                confirmation.orElse(null));
        return InboundKind.REFUSAL;
    }

    private Optional<Long> confirm(Msisdn number) {
        Optional<SentMessage> latest = sent.latest(number.digits(), Instant.EPOCH, clock.instant());
        String sender = settings.senderId().isBlank()
                ? latest.map(SentMessage::senderId).orElse("")
                : settings.senderId();
        return sender.isEmpty() ? Optional.empty() : replies.queue(number, settings.confirmationText(), sender, latest);
    }

    private static String note(InboundMessage refusal) {
        String note = "SMS %s tới %s: %s"
                .formatted(
                        TIME.format(refusal.receivedAt().atZone(ClockConfiguration.LOCAL)),
                        refusal.destAddr(),
                        refusal.text());
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE - 1) + "…";
    }
}
