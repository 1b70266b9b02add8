package vn.canhbao.gateway.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.link.SmscMessageId;
import vn.canhbao.gateway.smpp.wire.Answer;
import vn.canhbao.gateway.smpp.wire.Pdu;
import vn.canhbao.gateway.smpp.wire.SessionTimings;
import vn.canhbao.gateway.smpp.wire.SmppSession;

/** One session at an SMSC, from bind to its end. */
final class Bind implements AutoCloseable {

    private static final byte SMPP_3_4 = 0x34;
    private static final byte UDHI = 0x40;
    private static final byte RECEIPT_WANTED = 0x01;
    private static final PDUComposer COMPOSER = new DefaultComposer();

    private final LinkSettings settings;
    private final SmppSession session;
    private final BindEnd end;
    private final Clock clock;

    private Bind(LinkSettings settings, SmppSession session, BindEnd end, Clock clock) {
        this.settings = settings;
        this.session = session;
        this.end = end;
        this.clock = clock;
    }

    /**
     * Connects and binds.
     *
     * @throws BindFailed with one line that says what is wrong and what to do
     */
    static Bind open(String link, LinkSettings settings, BindRole role, DeliverSmHandler handler, Clock clock)
            throws BindFailed, InterruptedException {
        BindEnd end = new BindEnd();
        try {
            SmppSession session = new SmppSession(
                    link,
                    SmscSocket.connect(settings),
                    new SessionTimings(settings.responseTimeout(), settings.enquireLinkInterval()),
                    new BindEvents(link, handler, clock, end));
            session.start();
            try {
                check(link, settings, session.request(bindRequest(settings, role), late -> session.close()));
                return new Bind(settings, session, end, clock);
            } catch (BindFailed | IOException | InterruptedException failure) {
                session.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw BindFailed.of(link, settings, failure);
        }
    }

    private static void check(String link, LinkSettings settings, Answer answer) throws BindFailed, IOException {
        switch (answer) {
            case Answer.Answered(Pdu pdu) -> {
                if (pdu.commandStatus() != SMPPConstant.STAT_ESME_ROK) {
                    throw BindFailed.refused(link, settings, pdu.commandStatus());
                }
            }
            case Answer.Overdue silence -> throw BindFailed.silent(link, settings);
            case Answer.Lost(String reason) -> throw new IOException(reason);
            case Answer.NotWritten(String reason) -> throw new IOException(reason);
        }
    }

    private static Pdu bindRequest(LinkSettings settings, BindRole role) throws IOException {
        try {
            return new Pdu(COMPOSER.bind(
                    role.commandId(),
                    0,
                    settings.systemId(),
                    settings.password(),
                    settings.systemType(),
                    SMPP_3_4,
                    (byte) 0,
                    (byte) 0,
                    null));
        } catch (PDUStringException tooLong) {
            throw new IOException(tooLong.getMessage(), tooLong);
        }
    }

    boolean isUp() {
        return session.isUp();
    }

    /**
     * Sends a submit_sm and waits for its answer.
     *
     * @param late is told an answer that comes after the response timeout
     */
    SubmitOutcome submit(SubmitSm pdu, Consumer<SubmitOutcome> late) throws InterruptedException {
        if (!clock.instant().isBefore(pdu.notAfter())) {
            return new SubmitOutcome.NotSent("validity over before submit_sm");
        }
        if (!isUp()) {
            return new SubmitOutcome.NotSent("not bound");
        }
        Pdu submitSm;
        try {
            submitSm = composed(pdu);
        } catch (PDUStringException impossible) {
            return new SubmitOutcome.Unwritable(impossible.getMessage());
        }
        return switch (session.request(submitSm, answer -> late.accept(outcome(answer)))) {
            case Answer.Answered(Pdu answer) -> outcome(answer);
            case Answer.Overdue silence ->
                new SubmitOutcome.Unanswered("no submit_sm_resp within " + settings.responseTimeout());
            case Answer.Lost(String reason) -> new SubmitOutcome.Unanswered("session lost: " + reason);
            case Answer.NotWritten(String reason) -> new SubmitOutcome.NotSent(reason);
        };
    }

    private static SubmitOutcome outcome(Pdu answer) {
        return answer.commandStatus() == SMPPConstant.STAT_ESME_ROK
                ? new SubmitOutcome.Accepted(messageId(answer.octets()))
                : new SubmitOutcome.Refused(answer.commandStatus());
    }

    // A C-octet string; some SMSCs leave out its end, or send none, or one that is longer than it may be.
    private static String messageId(byte[] octets) {
        int end = Pdu.HEADER;
        int longest = Math.min(octets.length, Pdu.HEADER + SmscMessageId.LONGEST);
        while (end < longest && octets[end] != 0) {
            end++;
        }
        return end == Pdu.HEADER
                ? null
                : new String(Arrays.copyOfRange(octets, Pdu.HEADER, end), StandardCharsets.ISO_8859_1);
    }

    private Pdu composed(SubmitSm pdu) throws PDUStringException {
        return new Pdu(COMPOSER.submitSm(
                0,
                "",
                (byte) settings.senderTon(),
                (byte) settings.senderNpi(),
                pdu.senderId(),
                (byte) settings.destTon(),
                (byte) settings.destNpi(),
                pdu.destination(),
                pdu.udh() ? UDHI : 0,
                (byte) 0,
                (byte) 0,
                null,
                pdu.validityPeriod().isEmpty() ? null : pdu.validityPeriod(),
                pdu.receiptWanted() ? RECEIPT_WANTED : 0,
                (byte) 0,
                pdu.dataCoding(),
                (byte) 0,
                pdu.shortMessage(),
                tlvs(pdu)));
    }

    private static OptionalParameter[] tlvs(SubmitSm pdu) {
        return pdu.tlvs().stream()
                .map(tlv -> new OptionalParameter.OctetString((short) tlv.tag(), tlv.value()))
                .toArray(OptionalParameter[]::new);
    }

    /** Returns the reason when the session is over. */
    String awaitEnd() throws InterruptedException {
        return end.await();
    }

    @Override
    public void close() {
        session.close();
    }
}
