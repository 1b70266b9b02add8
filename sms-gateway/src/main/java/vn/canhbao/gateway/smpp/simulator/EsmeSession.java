package vn.canhbao.gateway.smpp.simulator;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/** One bind of an ESME, from its TCP connection to its end. */
final class EsmeSession extends SubmitSmOnly implements AutoCloseable {

    private static final long BIND_TIMEOUT_MILLIS = 5_000;
    private static final int READ_BUFFER = 256 * 1024;
    // One thread decomposes submit_sm in the order in which they came; it never waits for anything.
    private static final int PDU_PROCESSORS = 1;
    private static final int PDU_QUEUE = 10_000;
    // Apart from the numbers of deliver_sm and of jSMPP's own requests.
    private static final int OUR_REQUESTS = 0x4000_0000;

    private record Sent(Delivery delivery, long at) {}

    private final PDUComposer composer = new DefaultComposer();
    private final Map<Integer, Sent> unansweredDeliveries = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger sequence = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger(OUR_REQUESTS);
    private final AtomicInteger owedAnswers = new AtomicInteger();
    private final int receiptWindow;
    private final PoliteConnection connection;
    private final Outbox outbox;
    private final SMPPServerSession session;
    private volatile OperatorAccount account;
    private volatile AnswerOrder answers;
    private volatile boolean bound;
    private volatile boolean silent;
    private volatile boolean ended;

    EsmeSession(Socket socket, int receiptWindow) throws IOException {
        socket.setTcpNoDelay(true);
        this.connection = new PoliteConnection(socket, READ_BUFFER);
        this.receiptWindow = receiptWindow;
        this.outbox = new Outbox(connection.getOutputStream(), this::close);
        this.session = new SMPPServerSession(
                connection,
                (newState, oldState, source) -> stateChanged(newState),
                this,
                null,
                PDU_PROCESSORS,
                PDU_QUEUE,
                new SelfAnsweringPduSender(),
                new EsmePdus(this::takesOff));
    }

    /** Waits for the bind_* request; {@code null} when none comes in time. */
    BindRequest awaitBind() {
        try {
            return session.waitForBind(BIND_TIMEOUT_MILLIS);
        } catch (TimeoutException silence) {
            return null;
        }
    }

    /** The account answers what comes in from now on. */
    void belongsTo(OperatorAccount account, AnswerOrder.Lots lots) {
        this.account = account;
        this.answers = lots.order(this::send);
        outbox.start();
    }

    /** The bind_resp is out: no deliver_sm can overtake it any more. */
    void bound() {
        bound = true;
    }

    boolean isEnded() {
        return ended;
    }

    /** The bind was refused: nothing more will be said. */
    void endAfterRefusal() {
        connection.leaveEndToEsme();
        close();
    }

    boolean takesDeliveries() {
        return bound
                && !ended
                && !silent
                && inFlight.get() < receiptWindow
                && session.getSessionState().isReceivable();
    }

    void answerSubmit(int sequenceNumber, String messageId) {
        try {
            answer(composer.submitSmResp(sequenceNumber, messageId));
        } catch (PDUStringException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    void refuseSubmit(int sequenceNumber, int commandStatus) {
        answer(composer.composeHeader(SMPPConstant.CID_SUBMIT_SM_RESP, commandStatus, sequenceNumber));
    }

    void nackSubmit(int sequenceNumber, int commandStatus) {
        answer(composer.genericNack(commandStatus, sequenceNumber));
    }

    /** A submit_sm has had its answer, or never will. */
    void answerIsNotOwed() {
        if (owedAnswers.getAndUpdate(owed -> Math.max(0, owed - 1)) > 0) {
            account.answersSettled(1);
        }
    }

    private void answer(byte[] pdu) {
        answerIsNotOwed();
        answers.add(pdu);
    }

    private void send(byte[] pdu) {
        if (!silent) {
            outbox.add(pdu);
        }
    }

    void deliver(Delivery delivery, Instant now) {
        int number = sequence.incrementAndGet();
        inFlight.incrementAndGet();
        unansweredDeliveries.put(number, new Sent(delivery, System.nanoTime()));
        try {
            send(delivery.pdu(composer, number, now));
        } catch (PDUStringException unsendable) {
            throw new IllegalStateException(unsendable);
        }
        delivery.sent();
        // The session may have ended since it was chosen: whoever removes the entry owns the delivery.
        if (ended) {
            takeBack(number);
        }
    }

    /** Takes back every deliver_sm that has been out without an answer since before {@code nanos} ago. */
    void takeBackSilent(long nanos) {
        long now = System.nanoTime();
        unansweredDeliveries.forEach((number, sent) -> {
            if (now - sent.at > nanos) {
                takeBack(number);
            }
        });
    }

    /** Whether one was sent: a session that isn't bound yet is left alone. */
    boolean enquireLink() {
        if (bound && !ended) {
            send(composer.enquireLink(requests.incrementAndGet()));
        }
        return bound && !ended;
    }

    /** Ends in good order, after what is in the outbox. */
    void unbind() {
        send(composer.unbind(requests.incrementAndGet()));
    }

    /** Reads on, says nothing any more and does nothing, as behind a firewall that has forgotten the connection. */
    void goSilent() {
        silent = true;
    }

    /** Ends at once, whatever is under way. */
    void cut() {
        silent = true;
        // Not here: the session's own thread would wait for itself.
        Thread.startVirtualThread(this::close);
    }

    @Override
    void submitted(SubmitSm submitSm) {
        if (!silent) {
            owedAnswers.incrementAndGet();
            account.submitted(submitSm, this);
        }
    }

    private boolean takesOff(Command header) {
        if (silent) {
            return true;
        }
        int number = header.getSequenceNumber();
        return switch (header.getCommandId()) {
            case SMPPConstant.CID_DELIVER_SM_RESP, SMPPConstant.CID_DATA_SM_RESP -> {
                deliveryAnswered(number, header.getCommandStatus());
                yield true;
            }
            case SMPPConstant.CID_ENQUIRE_LINK -> account != null && account.ignoresEnquireLink();
            case SMPPConstant.CID_ENQUIRE_LINK_RESP -> number > OUR_REQUESTS && account.enquireLinkAnswered();
            case SMPPConstant.CID_UNBIND_RESP -> number > OUR_REQUESTS && endAfterUnbind();
            case SMPPConstant.CID_UNBIND -> {
                connection.leaveEndToEsme();
                yield false;
            }
            default -> false;
        };
    }

    private boolean endAfterUnbind() {
        Thread.startVirtualThread(this::close);
        return true;
    }

    private void deliveryAnswered(int sequenceNumber, int commandStatus) {
        Sent sent = unansweredDeliveries.remove(sequenceNumber);
        if (sent != null) {
            inFlight.decrementAndGet();
            account.deliveryAnswered(sent.delivery, commandStatus);
        }
    }

    private void takeBack(int sequenceNumber) {
        Sent sent = unansweredDeliveries.remove(sequenceNumber);
        if (sent != null) {
            inFlight.decrementAndGet();
            account.sendAgain(sent.delivery);
        }
    }

    private void stateChanged(SessionState state) {
        if (state == SessionState.CLOSED || state == SessionState.UNBOUND) {
            ended = true;
            outbox.close();
            OperatorAccount owner = account;
            if (owner != null) {
                owner.ended(this);
                owner.answersSettled(owedAnswers.getAndSet(0));
                unansweredDeliveries.keySet().forEach(this::takeBack);
            }
        }
    }

    @Override
    public void close() {
        session.close();
        outbox.close();
    }
}
