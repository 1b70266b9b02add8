package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.EarlierSegments;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.message.SegmentPlan;
import vn.canhbao.gateway.link.SmscMessageId;

/** Sends one message: its segments one after the other, each with its own result, and says what became of it. */
public final class MessageSubmission {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration QUEUE_FULL_DELAY = Duration.ofSeconds(30);
    private static final int QUEUE_FULL_TRIES = 5;
    private static final Duration SYSTEM_ERROR_DELAY = Duration.ofSeconds(30);
    private static final int SYSTEM_ERROR_TRIES = 2;

    private static final int LONGEST_DETAIL = 200;

    private final SmppLink link;
    private final Clock clock;
    private final ReferenceNumbers references = new ReferenceNumbers();

    public MessageSubmission(SmppLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
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
            SubmitOutcome outcome = submit(message, pdus.submitSm(number), turn);
            if (outcome instanceof SubmitOutcome.NotSent reason) {
                // It may have become too late while it waited for its turn.
                return clock.instant().isBefore(message.expiresAt())
                        ? notSent(message, plan, sent, reason)
                        : expired(message, plan, sent);
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
                why.substring(0, Math.min(why.length(), LONGEST_DETAIL)),
                earlier.plan());
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

    /** One segment; a throttled link pauses and the segment stays at the head, a full queue or system error is tried again. */
    private SubmitOutcome submit(ClaimedMessage message, SubmitSm pdu, int turn) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        int queueFull = 0;
        int systemError = 0;
        while (true) {
            SubmitOutcome outcome = link.submit(pdu, turn, late -> {});
            if (!(outcome instanceof SubmitOutcome.Refused(int status))
                    || !clock.instant().isBefore(message.expiresAt())) {
                return outcome;
            }
            if (status == CommandStatus.ESME_RTHROTTLED) {
                link.pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } else if (status == CommandStatus.ESME_RMSGQFUL && queueFull++ < QUEUE_FULL_TRIES) {
                Thread.sleep(QUEUE_FULL_DELAY);
            } else if ((status == CommandStatus.ESME_RSYSERR || status == CommandStatus.ESME_RX_T_APPN)
                    && systemError++ < SYSTEM_ERROR_TRIES) {
                Thread.sleep(SYSTEM_ERROR_DELAY);
            } else {
                return outcome;
            }
        }
    }
}
