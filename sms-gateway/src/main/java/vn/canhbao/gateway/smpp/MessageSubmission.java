package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.gateway.link.LinkSettings;
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
        SmsText text = SmsText.of(message.text());
        List<SegmentOutcome> sent = new ArrayList<>(text.segments().size());
        for (int number = 1; number <= text.segments().size(); number++) {
            if (!clock.instant().isBefore(message.expiresAt())) {
                return sent.isEmpty()
                        ? new MessageOutcome(message.id(), MessageStatus.EXPIRED, List.of(), "validity over before submit_sm")
                        : MessageOutcome.of(message.id(), text.segments().size(), sent);
            }
            Instant submittedAt = clock.instant();
            SubmitOutcome outcome = submit(message, text, number);
            switch (outcome) {
                case SubmitOutcome.Accepted accepted ->
                    sent.add(new SegmentOutcome(
                            number,
                            accepted.messageId(),
                            SmscMessageId.ofResponse(accepted.messageId(), link.settings().receiptIdFormat()),
                            0,
                            submittedAt));
                case SubmitOutcome.Unanswered silence ->
                    sent.add(new SegmentOutcome(number, null, null, null, submittedAt));
                case SubmitOutcome.Refused refused -> {
                    sent.add(new SegmentOutcome(number, null, null, refused.commandStatus(), submittedAt));
                    return MessageOutcome.of(message.id(), text.segments().size(), sent);
                }
                case SubmitOutcome.NotSent reason -> {
                    return notSent(message, number, sent, reason, submittedAt);
                }
            }
        }
        return MessageOutcome.of(message.id(), text.segments().size(), sent);
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
    private SubmitOutcome submit(ClaimedMessage message, SmsText text, int number) throws InterruptedException {
        SubmitSm pdu = pdu(message, text, number);
        Duration pause = FIRST_PAUSE;
        int queueFull = 0;
        int systemError = 0;
        while (true) {
            SubmitOutcome outcome = link.submit(pdu);
            if (!(outcome instanceof SubmitOutcome.Refused(int status)) || !clock.instant().isBefore(message.expiresAt())) {
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

    private SubmitSm pdu(ClaimedMessage message, SmsText text, int number) {
        LinkSettings settings = link.settings();
        int total = text.segments().size();
        byte[] octets = text.octets().get(number - 1);
        return new SubmitSm(
                message.senderId(),
                settings.destFormat().of(message.msisdn()),
                (byte) (text.encoding() == SmsEncoding.UCS_2 ? 0x08 : 0x00),
                total > 1,
                total > 1 ? withUdh(octets, message.id(), total, number) : octets,
                ValidityPeriod.of(
                        settings.validityMode(), clock.instant(), message.expiresAt(), ClockConfiguration.LOCAL));
    }

    // 3GPP TS 23.040 §9.2.3.24.1. The reference comes from the message's id: a second copy of it bears the same one, so
    // that a phone that has half of the first can complete it.
    private static byte[] withUdh(byte[] octets, long messageId, int total, int number) {
        byte[] withHeader = new byte[6 + octets.length];
        withHeader[0] = 5;
        withHeader[1] = 0;
        withHeader[2] = 3;
        withHeader[3] = (byte) messageId;
        withHeader[4] = (byte) total;
        withHeader[5] = (byte) number;
        System.arraycopy(octets, 0, withHeader, 6, octets.length);
        return withHeader;
    }
}
