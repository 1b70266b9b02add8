package vn.canhbao.gateway.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import vn.canhbao.gateway.link.LinkSettings;

/** One transceiver session at an SMSC, from bind to its end. */
final class Bind implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    private static final RegisteredDelivery RECEIPT_WANTED =
            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE);
    private static final RegisteredDelivery NO_RECEIPT = new RegisteredDelivery();
    private static final ESMClass PLAIN =
            new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.DEFAULT);
    private static final ESMClass WITH_UDH =
            new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI);

    private final LinkSettings settings;
    private final SMPPSession session;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();

    private Bind(LinkSettings settings, SMPPSession session) {
        this.settings = settings;
        this.session = session;
    }

    /**
     * Connects and binds.
     *
     * @throws BindFailed with one line that says what is wrong and what to do
     */
    static Bind open(String link, LinkSettings settings, DeliverSmHandler handler, Clock clock) throws BindFailed {
        SMPPSession session = new SMPPSession((host, port) -> connect(host, port));
        // A deliver_sm waits for the journal's group commit, and submit_sm_resp share this pool: it needs as many
        // threads as receipts may be in hand at once, and a queue that never makes the reader wait.
        session.setPduProcessorDegree(Math.clamp(settings.window(), 16, 400));
        session.setQueueCapacity(20_000);
        session.setEnquireLinkTimer((int) settings.enquireLinkInterval().toMillis());
        session.setTransactionTimer(settings.responseTimeout().toMillis());
        session.setMessageReceiverListener(new DeliverSmListener(link, handler, clock));
        Bind bind = new Bind(settings, session);
        session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                bind.end();
            }
        });
        try {
            session.connectAndBind(
                    settings.host(),
                    settings.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            settings.systemId(),
                            settings.password(),
                            settings.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    settings.responseTimeout().toMillis());
            return bind;
        } catch (IOException failure) {
            session.close();
            throw BindFailed.of(link, settings, failure);
        }
    }

    private static SocketConnection connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        // Without it Nagle's algorithm holds back the last submit_sm of a burst for up to 40 ms.
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MILLIS);
        return new SocketConnection(socket);
    }

    boolean isUp() {
        return session.getSessionState().isTransmittable();
    }

    /** Sends a submit_sm and waits for its answer. */
    SubmitOutcome submit(SubmitSm pdu) {
        if (!isUp()) {
            return new SubmitOutcome.NotSent("not bound");
        }
        waiting.add(Thread.currentThread());
        try {
            var result = session.submitShortMessage(
                    "",
                    TypeOfNumber.valueOf((byte) settings.senderTon()),
                    NumberingPlanIndicator.valueOf((byte) settings.senderNpi()),
                    pdu.senderId(),
                    TypeOfNumber.valueOf((byte) settings.destTon()),
                    NumberingPlanIndicator.valueOf((byte) settings.destNpi()),
                    pdu.destination(),
                    pdu.udh() ? WITH_UDH : PLAIN,
                    (byte) 0,
                    (byte) 0,
                    null,
                    pdu.validityPeriod().isEmpty() ? null : pdu.validityPeriod(),
                    pdu.receiptWanted() ? RECEIPT_WANTED : NO_RECEIPT,
                    (byte) 0,
                    DataCodings.newInstance(pdu.dataCoding()),
                    (byte) 0,
                    pdu.shortMessage(),
                    tlvs(pdu));
            return new SubmitOutcome.Accepted(result.getMessageId());
        } catch (NegativeResponseException refused) {
            return new SubmitOutcome.Refused(refused.getCommandStatus());
        } catch (ResponseTimeoutException silence) {
            return new SubmitOutcome.Unanswered(
                    isUp() ? "no submit_sm_resp within " + settings.responseTimeout() : "session lost");
        } catch (InvalidResponseException | IOException doubt) {
            return new SubmitOutcome.Unanswered("session lost: " + doubt.getMessage());
        } catch (PDUException impossible) {
            return new SubmitOutcome.NotSent(impossible.getMessage());
        } finally {
            waiting.remove(Thread.currentThread());
            // end() may have interrupted us after the answer was there.
            Thread.interrupted();
        }
    }

    private static OptionalParameter[] tlvs(SubmitSm pdu) {
        return pdu.tlvs().stream()
                .map(tlv -> new OptionalParameter.OctetString((short) tlv.tag(), tlv.value()))
                .toArray(OptionalParameter[]::new);
    }

    /** Returns when the session is over. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    // jSMPP leaves submitters of a lost session waiting for their whole timer; their answer can't come any more.
    private void end() {
        ended.countDown();
        waiting.forEach(Thread::interrupt);
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
