package vn.canhbao.gateway.inbound;

import vn.canhbao.core.inbound.InboundKind;
import vn.canhbao.core.inbound.InboundMessage;

/** What a message is, by its first words; what has words of both kinds ("TC, đã nhận") is for a person. */
final class KeywordRouter {

    private final Keywords refusal;
    private final Keywords acknowledgement;

    KeywordRouter(InboundSettings settings) {
        refusal = new Keywords(settings.refusalWords());
        acknowledgement = new Keywords(settings.acknowledgementWords());
    }

    InboundKind kind(InboundMessage message) {
        // A short code or a name is a machine: whatever it writes changes nothing.
        boolean understood = message.subscriber().isPresent() && message.hasItsBeginning();
        return understood ? kind(message.text()) : InboundKind.REPLY;
    }

    private InboundKind kind(String text) {
        if (refusal.begin(text) && !acknowledgement.areIn(text)) {
            return InboundKind.REFUSAL;
        }
        return acknowledgement.begin(text) && !refusal.areIn(text) ? InboundKind.ACKNOWLEDGEMENT : InboundKind.REPLY;
    }
}
