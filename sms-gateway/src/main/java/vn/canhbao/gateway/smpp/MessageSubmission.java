package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.EarlierSegments;
import vn.canhbao.core.message.LateAnswer;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.message.SegmentPlan;
import vn.canhbao.gateway.link.ClaimAhead;
import vn.canhbao.gateway.link.RefusalAction;
import vn.canhbao.gateway.link.SmscMessageId;
import vn.canhbao.gateway.link.WaveGate;

/** Sends one message: its segments one after the other, each with its own result, and says what became of it. */
public final class MessageSubmission {

    private static final Logger log = LoggerFactory.getLogger(MessageSubmission.class);
    private static final Duration ILL_PAUSE = Duration.ofSeconds(30);
    private static final Duration FULL_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_DETAIL = 200;

    private final SmppLink link;
    private final ClaimAhead ahead;
    private final WaveGate.LastLook lastLook;
    private final Clock clock;
    private final Consumer<LateAnswer> onLateAnswer;
    private final ReferenceNumbers references = new ReferenceNumbers();

    /**
     * @param ahead is told what goes on the wire
     * @param lastLook whether a message's wave may still be sent
     * @param onLateAnswer is told the answers that come after the response timeout, perhaps before {@code send} is done
     */
    public MessageSubmission(
            SmppLink link,
            ClaimAhead ahead,
            WaveGate.LastLook lastLook,
            Clock clock,
            Consumer<LateAnswer> onLateAnswer) {
        this.link = link;
        this.ahead = ahead;
        this.lastLook = lastLook;
        this.clock = clock;
        this.onLateAnswer = onLateAnswer;
    }

    public MessageOutcome send(ClaimedMessage message) throws InterruptedException {
        SegmentPdus pdus;
        try {
            pdus = new SegmentPdus(link.settings(), references, clock, message);
        } catch (TextRefused refusal) {
            return refused(message, refusal.getMessage());
        }
        SegmentPlan plan = pdus.plan();
        List<SegmentOutcome> sent = new ArrayList<>(plan.total());
        // One turn for the whole message: its segments go out in order on the same bind, as long as that is up.
        int turn = link.nextTurn();
        for (int number = 1; number <= plan.total(); number++) {
            if (!message.needs(number)) {
                continue;
            }
            if (!clock.instant().isBefore(message.expiresAt())) {
                return expired(message, plan, sent);
            }
            Instant submittedAt = clock.instant();
            SubmitOutcome outcome = submit(message, number, pdus.submitSm(number), turn, !sent.isEmpty());
            if (outcome instanceof SubmitOutcome.NotSent reason) {
                // It may have become too late while it waited for its turn.
                return clock.instant().isBefore(message.expiresAt())
                        ? notSent(message, plan, sent, reason)
                        : expired(message, plan, sent);
            }
            if (outcome instanceof SubmitOutcome.Unwritable(String reason)) {
                return unwritable(message, plan, sent, reason);
            }
            if (outcome instanceof SubmitOutcome.Forbidden(String reason)) {
                return sent.isEmpty() ? refused(message, reason) : MessageOutcome.of(message, plan, sent);
            }
            sent.add(segment(number, outcome, submittedAt, pdus.receiptWanted(number)));
            if (outcome instanceof SubmitOutcome.Refused) {
                break;
            }
        }
        return MessageOutcome.of(message, plan, sent);
    }

    private SegmentOutcome segment(int number, SubmitOutcome outcome, Instant submittedAt, boolean receiptWanted) {
        return switch (outcome) {
            case SubmitOutcome.Accepted(String id) ->
                new SegmentOutcome(
                        number,
                        id,
                        SmscMessageId.ofResponse(id, link.settings().receiptIdFormat()),
                        0,
                        submittedAt,
                        receiptWanted);
            case SubmitOutcome.Refused(int status) ->
                new SegmentOutcome(number, null, null, status, submittedAt, receiptWanted);
            case SubmitOutcome.Unanswered silence ->
                new SegmentOutcome(number, null, null, null, submittedAt, receiptWanted);
            case SubmitOutcome.NotSent nothing -> throw new IllegalStateException("was never on the wire");
            case SubmitOutcome.Forbidden nothing -> throw new IllegalStateException("was never on the wire");
            case SubmitOutcome.Unwritable nothing -> throw new IllegalStateException("was never on the wire");
        };
    }

    private static MessageOutcome refused(ClaimedMessage message, String why) {
        EarlierSegments earlier = message.earlier();
        return new MessageOutcome(
                message.id(),
                !earlier.unanswered().isEmpty()
                        ? MessageStatus.UNANSWERED
                        : !earlier.accepted().isEmpty() ? MessageStatus.SUBMITTED : MessageStatus.FAILED,
                List.of(),
                cut(why),
                earlier.plan());
    }

    private static String cut(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST_DETAIL));
    }

    // What is on the wire already decides; without any of it the message has failed.
    private static MessageOutcome unwritable(
            ClaimedMessage message, SegmentPlan plan, List<SegmentOutcome> sent, String why) {
        if (sent.isEmpty()) {
            return refused(message, "không gửi được dưới dạng submit_sm (can't be written as submit_sm): " + why);
        }
        MessageOutcome outcome = MessageOutcome.of(message, plan, sent);
        return new MessageOutcome(message.id(), outcome.status(), sent, cut(why), plan);
    }

    private static MessageOutcome expired(ClaimedMessage message, SegmentPlan plan, List<SegmentOutcome> sent) {
        boolean nothingSent = sent.isEmpty()
                && message.earlier().accepted().isEmpty()
                && message.earlier().unanswered().isEmpty();
        return nothingSent
                ? new MessageOutcome(message.id(), MessageStatus.EXPIRED, List.of(), "validity over before submit_sm")
                : MessageOutcome.of(message, plan, sent);
    }

    // The next claim sends what is missing; what went out stays as it is recorded. Only a second copy that is in doubt
    // again is not tried a third time.
    private static MessageOutcome notSent(
            ClaimedMessage message, SegmentPlan plan, List<SegmentOutcome> sent, SubmitOutcome.NotSent reason) {
        if (message.attempt() > 1 && sent.stream().anyMatch(SegmentOutcome::unanswered)) {
            return MessageOutcome.of(message, plan, sent);
        }
        return new MessageOutcome(message.id(), MessageStatus.READY, sent, reason.reason(), plan);
    }

    /** One segment; while the SMSC throttles, the rate pauses and the segment stays at the head. */
    private SubmitOutcome submit(ClaimedMessage message, int number, SubmitSm pdu, int turn, boolean begun)
            throws InterruptedException {
        while (true) {
            SubmitOutcome outcome =
                    link.submit(pdu, turn, late -> answeredLate(message, number, late), () -> heldBack(message, begun));
            if (outcome instanceof SubmitOutcome.Accepted) {
                link.answers().accepted(message.waveId());
            }
            if (!(outcome instanceof SubmitOutcome.Refused(int status))) {
                return outcome;
            }
            RefusalAction action = link.commandStatusTable().of(status);
            link.answers().refused(message.waveId(), status, action);
            if (!(action instanceof RefusalAction.PauseLink)) {
                affectLink(action, status, pdu);
                return outcome;
            }
            ahead.throttled(message.id());
            if (link.answers().isStuck() || !clock.instant().isBefore(message.expiresAt())) {
                return new SubmitOutcome.NotSent("throttled: " + CommandStatus.words(status));
            }
        }
    }

    // Between the claim and this moment it may have waited for the rate, and its wave may have been stopped.
    private SubmitOutcome heldBack(ClaimedMessage message, boolean begun) throws InterruptedException {
        return switch (lastLook.at(message.waveId(), begun)) {
            case SEND -> {
                ahead.written(message.id());
                yield null;
            }
            case NOT_RUNNING -> new SubmitOutcome.NotSent("wave not running");
            case WRONG_KIND -> {
                log.error(
                        "Kênh {}: chặn tin {}, diễn tập và kênh thật không được lẫn (message of an exercise at a public link,"
                                + " or the reverse: kept back)",
                        link.name(),
                        message.id());
                yield new SubmitOutcome.Forbidden("diễn tập không đi qua kênh này (kept off this link: exercise)");
            }
        };
    }

    // What the answer says of the link as a whole; what becomes of the message is the ledger's to decide.
    private void affectLink(RefusalAction action, int status, SubmitSm pdu) {
        if (action instanceof RefusalAction.StopLink && !link.isTripped()) {
            link.trip("submit_sm bị từ chối (refused): " + CommandStatus.words(status) + "; " + pdu.essentials());
        } else if (link.answers().isIll()) {
            link.rate().pause(ILL_PAUSE);
        } else if (link.answers().isFull()) {
            link.rate().pause(FULL_PAUSE);
        }
    }

    // A late refusal that would pass is no news: the segment stays in doubt, and the policy sends it again or not.
    private void answeredLate(ClaimedMessage message, int number, SubmitOutcome outcome) {
        if (outcome instanceof SubmitOutcome.Accepted(String id)) {
            String key = SmscMessageId.ofResponse(id, link.settings().receiptIdFormat());
            onLateAnswer.accept(new LateAnswer(message.id(), message.attempt(), number, id, key, 0));
        } else if (outcome instanceof SubmitOutcome.Refused(int status) && !CommandStatus.passes(status)) {
            onLateAnswer.accept(new LateAnswer(message.id(), message.attempt(), number, null, null, status));
        }
    }
}
