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

    private record Sent(Receipt receipt, long at) {}

    private final PDUComposer composer = new DefaultComposer();
    private final Map<Integer, Sent> unansweredReceipts = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger sequence = new AtomicInteger();
    private final int receiptWindow;
    private final PoliteConnection connection;
    private final Outbox outbox;
    private final SMPPServerSession session;
    private volatile OperatorAccount account;
    private volatile boolean bound;
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
                new ReceiptAnswerReader(this::receiptAnswered, connection::leaveEndToEsme));
    }

    /** Waits for the bind_* request; {@code null} when none comes in time. */
    BindRequest awaitBind() {
        try {
            return session.waitForBind(BIND_TIMEOUT_MILLIS);
        } catch (TimeoutException silent) {
            return null;
        }
    }

    /** The account answers what comes in from now on. */
    void belongsTo(OperatorAccount account) {
        this.account = account;
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

    boolean takesReceipts() {
        return bound
                && !ended
                && inFlight.get() < receiptWindow
                && session.getSessionState().isReceivable();
    }

    void answerSubmit(int sequenceNumber, String messageId) {
        try {
            outbox.add(composer.submitSmResp(sequenceNumber, messageId));
        } catch (PDUStringException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    void refuseSubmit(int sequenceNumber, int commandStatus) {
        outbox.add(composer.composeHeader(SMPPConstant.CID_SUBMIT_SM_RESP, commandStatus, sequenceNumber));
    }

    void deliver(Receipt receipt, Instant now) {
        int number = sequence.incrementAndGet();
        inFlight.incrementAndGet();
        unansweredReceipts.put(number, new Sent(receipt, System.nanoTime()));
        try {
            outbox.add(receipt.deliverSm(composer, number, now));
        } catch (PDUStringException unsendable) {
            throw new IllegalStateException(unsendable);
        }
        // The session may have ended since it was chosen: whoever removes the entry owns the receipt.
        if (ended) {
            takeBack(number);
        }
    }

    /** Takes back every receipt that has been out without an answer since before {@code nanos} ago. */
    void takeBackSilent(long nanos) {
        long now = System.nanoTime();
        unansweredReceipts.forEach((number, sent) -> {
            if (now - sent.at > nanos) {
                takeBack(number);
            }
        });
    }

    @Override
    void submitted(SubmitSm submitSm) {
        account.submitted(submitSm, this);
    }

    private void receiptAnswered(int sequenceNumber, int commandStatus) {
        Sent sent = unansweredReceipts.remove(sequenceNumber);
        if (sent != null) {
            inFlight.decrementAndGet();
            account.receiptAnswered(sent.receipt, commandStatus);
        }
    }

    private void takeBack(int sequenceNumber) {
        Sent sent = unansweredReceipts.remove(sequenceNumber);
        if (sent != null) {
            inFlight.decrementAndGet();
            account.sendAgain(sent.receipt);
        }
    }

    private void stateChanged(SessionState state) {
        if (state == SessionState.CLOSED || state == SessionState.UNBOUND) {
            ended = true;
            outbox.close();
            OperatorAccount owner = account;
            if (owner != null) {
                owner.ended(this);
                unansweredReceipts.keySet().forEach(this::takeBack);
            }
        }
    }

    @Override
    public void close() {
        session.close();
        outbox.close();
    }
}
