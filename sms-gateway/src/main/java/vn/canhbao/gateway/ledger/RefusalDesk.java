package vn.canhbao.gateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import vn.canhbao.core.message.MessageDelay;
import vn.canhbao.core.message.MessageDelay.Reason;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.RefusedMessage;
import vn.canhbao.core.message.SubmitRefusals;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.link.AnswerWatch;
import vn.canhbao.gateway.link.CommandStatusTable;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.RefusalAction;
import vn.canhbao.gateway.smpp.CommandStatus;

/**
 * What becomes of a message that an SMSC refused: as the link's table of command_status says, it waits for its next try,
 * goes over another link, stops its campaign, or has failed. Runs in the ledger's transaction, for refusals only.
 */
public final class RefusalDesk {

    /** Delays are lengthened by up to this share, so that what was refused together doesn't come back together. */
    private static final double JITTER = 0.1;

    /** Words by which an SMSC says clearly that it has not delivered and will not. */
    private static final Set<ReceiptState> NOT_DELIVERED =
            EnumSet.of(ReceiptState.UNDELIVERABLE, ReceiptState.REJECTED);

    private final String link;
    private final LinkPlan plan;
    private final LinkSettings settings;
    private final CommandStatusTable table;
    private final AnswerWatch answers;
    private final RefusalTables tables;
    private final DelayTimes times;
    private final List<Instant> delayedTo = new ArrayList<>();

    public RefusalDesk(String link, LinkPlan plan, AnswerWatch answers, RefusalTables tables, DelayTimes times) {
        this.link = link;
        this.plan = plan;
        settings = plan.links().get(link);
        table = settings.commandStatusTable();
        this.answers = answers;
        this.tables = tables;
        this.times = times;
    }

    /** The outcomes as they are to be recorded. */
    List<MessageOutcome> decide(List<MessageOutcome> outcomes, Instant now) {
        List<Long> refused = outcomes.stream()
                .filter(outcome -> outcome.refusal() != null)
                .map(MessageOutcome::messageId)
                .toList();
        if (refused.isEmpty()) {
            return outcomes;
        }
        Map<Long, RefusedMessage> messages = tables.refusals().of(refused);
        List<MessageOutcome> decided = new ArrayList<>(outcomes.size());
        List<SubmitRefusals.Entry> refusals = new ArrayList<>();
        List<MessageDelay> delays = new ArrayList<>();
        for (MessageOutcome outcome : outcomes) {
            RefusedMessage message = messages.get(outcome.messageId());
            if (outcome.refusal() == null || message == null) {
                decided.add(outcome);
            } else {
                boolean counts = countsAsTry(outcome.refusal().commandStatus());
                refusals.add(new SubmitRefusals.Entry(message.id(), outcome.refusal(), null, counts));
                decided.add(decide(outcome, message, delays, now));
            }
        }
        tables.refusals().add(link, refusals);
        delay(delays);
        return decided;
    }

    // Neither a pause of the whole link nor a stop is the message's fault.
    private boolean countsAsTry(int commandStatus) {
        return switch (table.of(commandStatus)) {
            case RefusalAction.RetryHere retry -> !answers.isIll();
            case RefusalAction.RetryElsewhere elsewhere -> true;
            case RefusalAction.FailRecipient failed -> true;
            case RefusalAction.StopWave wave -> false;
            case RefusalAction.StopLink wholeLink -> false;
            case RefusalAction.PauseLink pause -> false;
            case RefusalAction.Rebind rebind -> false;
        };
    }

    private MessageOutcome decide(
            MessageOutcome outcome, RefusedMessage message, List<MessageDelay> delays, Instant now) {
        int status = outcome.refusal().commandStatus();
        // A second copy that is in doubt again is not tried a third time.
        boolean noThirdCopy = message.attempts() > 1 && outcome.hasUnanswered();
        if (noThirdCopy) {
            return outcome;
        }
        // Nobody looks for the rest of a cancelled wave later; what has gone out of the message is settled by its
        // receipts.
        if (message.cancelled()) {
            return outcome.status() == MessageStatus.FAILED ? outcome.again(MessageStatus.CANCELLED) : outcome;
        }
        if (settings.saysWrongNetwork(status)) {
            return message.refusingLinks().isEmpty()
                    ? elsewhere(outcome, message, Reason.WRONG_NETWORK, delays, now)
                    : outcome;
        }
        return switch (table.of(status)) {
            case RefusalAction.RetryHere retry -> retry(retry, outcome, message, delays, now);
            case RefusalAction.RetryElsewhere elsewhere -> elsewhere(outcome, message, Reason.ELSEWHERE, delays, now);
            case RefusalAction.FailRecipient failed -> {
                if (answers.alike(message.waveId(), status)) {
                    stop(message, status, nearlyAllAlike(status));
                }
                yield outcome;
            }
            case RefusalAction.StopWave wave -> {
                stop(message, status, "");
                yield outcome.again(MessageStatus.READY);
            }
            case RefusalAction.StopLink wholeLink -> outcome.again(MessageStatus.READY);
            case RefusalAction.PauseLink pause -> outcome.again(MessageStatus.READY);
            case RefusalAction.Rebind rebind -> outcome.again(MessageStatus.READY);
        };
    }

    private MessageOutcome retry(
            RefusalAction.RetryHere retry,
            MessageOutcome outcome,
            RefusedMessage message,
            List<MessageDelay> delays,
            Instant now) {
        int status = outcome.refusal().commandStatus();
        int tries = message.triesOn(link, status) + (answers.isIll() ? 0 : 1);
        if (tries > retry.tries()) {
            return elsewhere(outcome, message, Reason.ELSEWHERE, delays, now);
        }
        Duration delay = jittered(retry.delay(Math.max(1, tries)));
        delays.add(new MessageDelay(message.id(), message.waveId(), link, now.plus(delay), Reason.RETRY));
        return outcome.again(MessageStatus.DELAYED);
    }

    private static Duration jittered(Duration delay) {
        return delay.plusMillis(
                (long) (delay.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
    }

    private MessageOutcome elsewhere(
            MessageOutcome outcome, RefusedMessage message, Reason reason, List<MessageDelay> delays, Instant now) {
        if (!hasOther(message)) {
            return outcome;
        }
        delays.add(new MessageDelay(message.id(), message.waveId(), null, now, reason));
        return outcome.again(MessageStatus.DELAYED);
    }

    private boolean hasOther(RefusedMessage message) {
        Set<String> refusing = new HashSet<>(message.refusingLinks());
        refusing.add(link);
        return plan.linksBeside(link, message.operator()).stream().anyMatch(other -> !refusing.contains(other));
    }

    private void delay(List<MessageDelay> delays) {
        if (!delays.isEmpty()) {
            tables.delayed().add(delays);
            delays.forEach(delay -> delayedTo.add(delay.notBefore()));
        }
    }

    /** Before the commit another link would look in vain. */
    void committed() {
        delayedTo.forEach(times::delayed);
        delayedTo.clear();
    }

    private void stop(RefusedMessage message, int status, String why) {
        tables.stop()
                .stop(
                        message.campaignId(),
                        why + "SMSC của kênh '" + link + "' từ chối sender id '" + message.senderId()
                                + "' (refused on this link): " + CommandStatus.words(status)
                                + ". Sửa rồi bấm Gửi tiếp (mend it, then resume)");
        answers.forget(message.waveId());
    }

    private static String nearlyAllAlike(int status) {
        return status == CommandStatus.ESME_RINVDSTADR
                ? "Gần như mọi số đều bị từ chối, có thể sai dạng số, xem canhbao.links.<tên>.dest-format"
                        + " (nearly every number is refused: wrong number format?). "
                : "Gần như mọi tin đều bị từ chối như nhau (nearly every message is refused alike). ";
    }

    /**
     * What receipts of this very transaction made FAILED because the number is in another network goes over another link
     * once: the SMSC has said that it was not delivered, so that makes no second copy.
     */
    void notDelivered(List<JournalledReceipt> receipts, Instant now) {
        Map<String, String> wrongNetwork = new HashMap<>();
        for (JournalledReceipt receipt : receipts) {
            if (NOT_DELIVERED.contains(receipt.state())
                    && receipt.idKey() != null
                    && settings.saysWrongNetwork(receipt.error())) {
                wrongNetwork.put(receipt.idKey(), receipt.error());
            }
        }
        if (wrongNetwork.isEmpty()) {
            return;
        }
        Set<String> operators = new HashSet<>();
        for (String operator : tables.operators().displayNames().keySet()) {
            List<String> links = plan.linksBeside(link, operator);
            if (links.contains(link) && links.size() > 1) {
                operators.add(operator);
            }
        }
        if (operators.isEmpty()) {
            return;
        }
        List<SubmitRefusals.Entry> taken = tables.refusals().takeBackUndelivered(link, operators, wrongNetwork, now);
        if (!taken.isEmpty()) {
            tables.refusals().add(link, taken);
            Map<Long, RefusedMessage> messages = tables.refusals()
                    .of(taken.stream().map(SubmitRefusals.Entry::messageId).toList());
            delay(messages.values().stream()
                    .map(message -> new MessageDelay(message.id(), message.waveId(), null, now, Reason.WRONG_NETWORK))
                    .toList());
        }
    }
}
