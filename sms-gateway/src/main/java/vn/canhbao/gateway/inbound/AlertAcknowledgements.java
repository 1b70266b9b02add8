package vn.canhbao.gateway.inbound;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.core.inbound.Acknowledgements;
import vn.canhbao.core.inbound.InboundAction;
import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.core.inbound.SentMessage;
import vn.canhbao.core.inbound.SentMessages;
import vn.canhbao.core.message.MessageSettlement;

/** A subscriber says that the alert arrived: the latest one to the number is meant. */
@Component
class AlertAcknowledgements {

    private final SentMessages sent;
    private final Acknowledgements acknowledgements;
    private final InboundMessages messages;
    private final MessageSettlement settlement;
    private final InboundSettings settings;

    AlertAcknowledgements(
            SentMessages sent,
            Acknowledgements acknowledgements,
            InboundMessages messages,
            MessageSettlement settlement,
            InboundSettings settings) {
        this.sent = sent;
        this.acknowledgements = acknowledgements;
        this.messages = messages;
        this.settlement = settlement;
        this.settings = settings;
    }

    InboundKind handle(InboundMessage message) {
        Optional<SentMessage> alert = sent.latest(
                message.sourceAddr(), message.receivedAt().minus(settings.acknowledgeWithin()), message.receivedAt());
        // A reminder that waits to be sent would remind somebody of what they have just done.
        alert.ifPresent(sentAlert ->
                settlement.cancelReminder(sentAlert.campaignId(), message.sourceAddr(), message.receivedAt()));
        InboundAction action = alert.isEmpty()
                ? InboundAction.NOTHING_TO_ACKNOWLEDGE
                : acknowledgements.add(alert.get(), message)
                        ? InboundAction.ACKNOWLEDGED
                        : InboundAction.ACKNOWLEDGED_BEFORE;
        messages.done(
                message.id(),
                InboundKind.ACKNOWLEDGEMENT,
                action,
                alert.map(SentMessage::id).orElse(null));
        return InboundKind.ACKNOWLEDGEMENT;
    }
}
