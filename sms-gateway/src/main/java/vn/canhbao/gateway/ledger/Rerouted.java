package vn.canhbao.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.operator.Operators;

/**
 * Messages in flight over this link because another one said that their number is in another network: one that is taken
 * here teaches us the number's operator.
 */
public final class Rerouted {

    private final Operators operators;
    private final String operatorOfLink;
    // Added to by whoever claims, read by the writer.
    private final Map<Long, String> msisdns = new ConcurrentHashMap<>();

    /** @param operatorOfLink the one that the link serves first, or {@code null}: nothing is learnt */
    public Rerouted(Operators operators, String operatorOfLink) {
        this.operators = operators;
        this.operatorOfLink = operatorOfLink;
    }

    void add(ClaimedMessage message) {
        msisdns.put(message.id(), message.msisdn());
    }

    /** In the caller's transaction. */
    void learn(List<MessageOutcome> outcomes, Instant now) {
        if (msisdns.isEmpty()) {
            return;
        }
        for (MessageOutcome outcome : outcomes) {
            String msisdn = msisdns.get(outcome.messageId());
            if (msisdn != null && outcome.status() == MessageStatus.SUBMITTED && operatorOfLink != null) {
                operators.learn(msisdn, operatorOfLink, now);
            }
        }
    }

    void settled(List<MessageOutcome> outcomes) {
        outcomes.forEach(outcome -> msisdns.remove(outcome.messageId()));
    }
}
