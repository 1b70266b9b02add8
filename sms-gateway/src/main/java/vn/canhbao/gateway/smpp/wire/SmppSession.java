package vn.canhbao.gateway.smpp.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on a connected socket, from before its bind to its end. One thread reads and never waits for anything else,
 * so that answers, requests of the SMSC and enquire_link don't hold each other up; whoever sends writes; one thread looks
 * after the clock. The SMSC's requests are answered by {@link SessionEvents}, enquire_link and unbind at once.
 */
public final class SmppSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SmppSession.class);
    private static final int READ_BUFFER = 64 * 1024;
    private static final int LONGEST_PDU = 128 * 1024;
    private static final int ESME_RINVCMDLEN = 0x02;
    private static final int ESME_RINVCMDID = 0x03;
    private static final int ESME_RX_T_APPN = 0x64;
    /** Requests of the SMSC that may wait for us at once; beyond them it is asked to come again. */
    private static final int REQUESTS_IN_HAND = 20_000;
    /** How long, and how many, requests without an answer are remembered. */
    private static final long LATE_NANOS = Duration.ofMinutes(30).toNanos();

    private static final int MOST_LATE = 10_000;

    private final Socket socket;
    private final SessionTimings timings;
    private final SessionEvents events;
    private final Outbox outbox;
    private final Map<Integer, Request> requests = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private final AtomicInteger overdue = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean enquiring = new AtomicBoolean();
    private final Semaphore hands = new Semaphore(REQUESTS_IN_HAND);
    private final Thread reader;
    private final Thread timer;
    private volatile long lastRead = System.nanoTime();
    private volatile boolean unbinding;
    private volatile String endReason = "session ended";

    public SmppSession(String name, Socket socket, SessionTimings timings, SessionEvents events) throws IOException {
        this.socket = socket;
        this.timings = timings;
        this.events = events;
        outbox = new Outbox(socket.getOutputStream());
        reader = Thread.ofPlatform().name("smpp-" + name).daemon().unstarted(this::read);
        timer = Thread.ofVirtual().name("smpp-timer-" + name).unstarted(this::watch);
    }

    public void start() {
        reader.start();
        timer.start();
    }

    public boolean isUp() {
        return !ended.get() && !unbinding;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param pdu with any sequence number: it gets one of this session
     * @param late is told an answer that comes after the response timeout
     */
    public Answer request(Pdu pdu, Consumer<Pdu> late) throws InterruptedException {
        Request request = new Request(late);
        int number = place(request);
        if (ended.get()) {
            requests.remove(number);
            return new Answer.NotWritten(endReason);
        }
        send(pdu.numbered(number), request);
        return request.await();
    }

    private int place(Request request) {
        int number;
        do {
            number = sequence.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
        } while (requests.putIfAbsent(number, request) != null);
        return number;
    }

    private void send(Pdu pdu, Request request) {
        try {
            outbox.send(pdu, request);
        } catch (IOException lost) {
            end("connection lost: " + lost.getMessage());
        }
    }

    private void read() {
        try (var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), READ_BUFFER))) {
            while (!ended.get()) {
                Pdu pdu = next(in);
                if (pdu == null) {
                    return;
                }
                lastRead = System.nanoTime();
                if (pdu.isAnswer()) {
                    answered(pdu);
                } else {
                    requested(pdu);
                }
            }
        } catch (EOFException closed) {
            end("the SMSC closed the connection");
        } catch (IOException lost) {
            end("connection lost: " + lost.getMessage());
        }
    }

    private Pdu next(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < Pdu.HEADER || length > LONGEST_PDU) {
            // Whatever follows can't be told apart any more (SMPP 3.4 §3.2).
            inBackground(() -> {
                send(Pdu.header(Pdu.GENERIC_NACK, ESME_RINVCMDLEN, 0), null);
                end("a PDU of %d octets: not SMPP, or out of step".formatted(length));
            });
            return null;
        }
        byte[] octets = new byte[length];
        ByteBuffer.wrap(octets).putInt(length);
        in.readFully(octets, 4, length - 4);
        return new Pdu(octets);
    }

    private void answered(Pdu pdu) {
        Request request = requests.remove(pdu.sequenceNumber());
        if (request != null) {
            if (request.isOverdue()) {
                overdue.decrementAndGet();
            }
            request.answered(pdu);
        } else if (pdu.commandId() == Pdu.GENERIC_NACK) {
            end("generic_nack 0x%02X for no request of ours".formatted(pdu.commandStatus()));
        } else {
            log.debug("answer {} to no request that is remembered", Integer.toHexString(pdu.commandId()));
        }
    }

    // The reader itself never writes: if the SMSC doesn't read while it writes, both would wait for ever.
    private void requested(Pdu pdu) {
        switch (pdu.commandId()) {
            case Pdu.ENQUIRE_LINK -> inBackground(() -> send(pdu.answer(0), null));
            case Pdu.UNBIND ->
                inBackground(() -> {
                    unbinding = true;
                    send(pdu.answer(0), null);
                    end("the SMSC unbound");
                });
            case Pdu.ALERT_NOTIFICATION -> log.debug("alert_notification: not used");
            case Pdu.DELIVER_SM, Pdu.DATA_SM -> {
                if (hands.tryAcquire()) {
                    inBackground(() -> handle(pdu));
                } else {
                    inBackground(() -> send(pdu.answer(ESME_RX_T_APPN), null));
                }
            }
            default ->
                inBackground(() -> send(Pdu.header(Pdu.GENERIC_NACK, ESME_RINVCMDID, pdu.sequenceNumber()), null));
        }
    }

    private void handle(Pdu pdu) {
        try {
            int commandStatus = events.requested(pdu);
            if (!ended.get()) {
                send(pdu.answer(commandStatus), null);
            }
        } finally {
            hands.release();
        }
    }

    private static void inBackground(Runnable task) {
        Thread.startVirtualThread(task);
    }

    private void watch() {
        try {
            while (!ended.get()) {
                Thread.sleep(timings.tick());
                long now = System.nanoTime();
                requests.forEach((number, request) -> age(number, request, now));
                if (now - lastRead > timings.enquireLinkInterval().toNanos() && enquiring.compareAndSet(false, true)) {
                    inBackground(this::enquire);
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void age(int number, Request request, long now) {
        long age = request.nanosSinceMade(now);
        if (age > timings.responseTimeout().toNanos() && request.becomesOverdue()) {
            overdue.incrementAndGet();
        }
        if (request.isOverdue()
                && (age > LATE_NANOS || overdue.get() > MOST_LATE)
                && requests.remove(number, request)) {
            overdue.decrementAndGet();
        }
    }

    private void enquire() {
        try {
            Answer answer = request(Pdu.request(Pdu.ENQUIRE_LINK), late -> {});
            if (answer instanceof Answer.Overdue) {
                end("no enquire_link_resp within " + timings.responseTimeout() + ": the connection is dead");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            enquiring.set(false);
        }
    }

    /** Unbinds, waits a little for the answer, and ends. */
    @Override
    public void close() {
        if (isUp()) {
            unbinding = true;
            try {
                unbind();
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
        end("unbound");
    }

    private void unbind() throws InterruptedException {
        Request request = new Request(late -> {});
        Pdu pdu = Pdu.request(Pdu.UNBIND).numbered(place(request));
        // An SMSC that no longer reads must not keep us from closing.
        inBackground(() -> send(pdu, request));
        request.await(timings.unbindPatience());
    }

    private void end(String reason) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        endReason = reason;
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            log.debug("closing a lost connection", alreadyGone);
        }
        timer.interrupt();
        requests.values().forEach(request -> request.sessionEnded(reason));
        events.ended(reason);
    }
}
