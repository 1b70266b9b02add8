package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.gateway.link.SmscMessageId;

/** Sends one message: its segments one after the other, each with its own result, and says what became of it. */
public final class MessageSubmission {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration QUEUE_FULL_DELAY = Duration.ofSeconds(30);
    private static final int QUEUE_FULL_TRIES = 5;
    private static final Duration SYSTEM_ERROR_DELAY = Duration.ofSeconds(30);
    private static final int SYSTEM_ERROR_TRIES = 2;

    private final SmppLink link;
    private final Clock clock;

    public MessageSubmission(SmppLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    public MessageOutcome send(ClaimedMessage message) throws InterruptedException {
        SegmentPdus pdus = new SegmentPdus(link.settings(), clock, message);
        List<SegmentOutcome> sent = new ArrayList<>(pdus.total());
        for (int number = 1; number <= pdus.total(); number++) {
            if (!clock.instant().isBefore(message.expiresAt())) {
                return sent.isEmpty()
                        ? new MessageOutcome(
                                message.id(), MessageStatus.EXPIRED, List.of(), "validity over before submit_sm")
                        : MessageOutcome.of(message.id(), pdus.total(), sent);
            }
            Instant submittedAt = clock.instant();
            SubmitOutcome outcome = submit(message, pdus.submitSm(number));
            switch (outcome) {
                case SubmitOutcome.Accepted accepted ->
                    sent.add(new SegmentOutcome(
                            number,
                            accepted.messageId(),
                            SmscMessageId.ofResponse(
                                    accepted.messageId(), link.settings().receiptIdFormat()),
                            0,
                            submittedAt));
                case SubmitOutcome.Unanswered silence ->
                    sent.add(new SegmentOutcome(number, null, null, null, submittedAt));
                case SubmitOutcome.Refused refused -> {
                    sent.add(new SegmentOutcome(number, null, null, refused.commandStatus(), submittedAt));
                    return MessageOutcome.of(message.id(), pdus.total(), sent);
                }
                case SubmitOutcome.NotSent reason -> {
                    return notSent(message, number, sent, reason, submittedAt);
                }
            }
        }
        return MessageOutcome.of(message.id(), pdus.total(), sent);
    }

    // With nothing on the wire another try costs nobody a second copy; a message cut in the middle is in doubt.
    private MessageOutcome notSent(
            ClaimedMessage message,
            int number,
            List<SegmentOutcome> sent,
            SubmitOutcome.NotSent reason,
            Instant submittedAt) {
        if (sent.isEmpty()) {
            return new MessageOutcome(message.id(), MessageStatus.READY, List.of(), reason.reason());
        }
        sent.add(new SegmentOutcome(number, null, null, null, submittedAt));
        return MessageOutcome.of(message.id(), sent.size(), sent);
    }

    /** One segment; a throttled link pauses and the segment stays at the head, a full queue or system error is tried again. */
    private SubmitOutcome submit(ClaimedMessage message, SubmitSm pdu) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        int queueFull = 0;
        int systemError = 0;
        while (true) {
            SubmitOutcome outcome = link.submit(pdu);
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
