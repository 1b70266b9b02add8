package vn.canhbao.gateway.smpp.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.session.BindRequest;

/**
 * The built-in SMSC: all operators on one TCP port, told apart by system_id. The embedded start, the bench and every
 * test of the SMPP side talk to it as they would to an operator.
 */
public final class SmscSimulator implements AutoCloseable {

    private final ServerSocket serverSocket;
    private final int receiptWindow;
    private final Delays delays = new Delays();
    private final Copies copies;
    private final Map<String, OperatorAccount> accounts = new TreeMap<>();
    private final Set<EsmeSession> connections = ConcurrentHashMap.newKeySet();
    private final Thread accepting =
            Thread.ofVirtual().name("smsc-simulator-accept").unstarted(this::acceptConnections);
    private volatile boolean closed;

    private SmscSimulator(SimulatorSettings settings, Clock clock, Consumer<AcceptedSubmit> observer) {
        this.receiptWindow = settings.receiptWindow();
        // Ids go on from the clock, so that a restart on a database that remembers never repeats one.
        var ids = new AtomicLong(clock.millis() * 1_000);
        this.copies = new Copies(settings.countCopies());
        var premises = new Premises(settings, delays, ids, clock, observer, copies, accounts);
        settings.operators()
                .keySet()
                .forEach(systemId -> accounts.put(systemId, new OperatorAccount(systemId, premises)));
        this.serverSocket = listen(settings);
    }

    /** Listens at once; {@link UncheckedIOException} when the port is taken. */
    public static SmscSimulator start(SimulatorSettings settings) {
        return start(settings, Clock.systemUTC(), submit -> {});
    }

    /** @param observer sees each accepted submit_sm before it is answered, on the threads of the sessions */
    public static SmscSimulator start(SimulatorSettings settings, Clock clock, Consumer<AcceptedSubmit> observer) {
        var simulator = new SmscSimulator(settings, clock, observer);
        simulator.delays.start();
        simulator.accounts.values().forEach(OperatorAccount::start);
        simulator.accepting.start();
        return simulator;
    }

    /** The TCP port that it listens on. */
    public int port() {
        return serverSocket.getLocalPort();
    }

    /** What each operator has done so far, by system_id. */
    public Map<String, OperatorCounters> counters() {
        Map<String, OperatorCounters> counters = new TreeMap<>();
        accounts.forEach((systemId, account) -> counters.put(systemId, account.counters()));
        return counters;
    }

    /** What one operator has done so far. */
    public OperatorCounters counters(String systemId) {
        return accounts.get(systemId).counters();
    }

    /**
     * By destination, the most copies of any one segment that were taken or left without an answer; empty unless {@code
     * count-copies} is set.
     */
    public Map<String, Integer> copies() {
        return copies.byDestination();
    }

    /** An SMS from a phone to an ESME. */
    public List<CompletableFuture<Integer>> deliverMo(String systemId, String from, String to, String text) {
        return deliverMo(systemId, MobileOriginated.of(from, to, text));
    }

    /**
     * An SMS from a phone to an ESME; waits for a bind where there is none, and is sent again until it is taken.
     *
     * @return for each segment, in the order of sending, the command_status with which the ESME took it or refused it for
     *     good
     */
    public List<CompletableFuture<Integer>> deliverMo(String systemId, MobileOriginated message) {
        List<MoSegment> segments = message.segments();
        segments.forEach(accounts.get(systemId)::deliver);
        return segments.stream().map(MoSegment::answer).toList();
    }

    /** Cuts the TCP connection of every session, as a network failure does; ESMEs may bind again at once. */
    public void dropSessions() {
        accounts.values().forEach(OperatorAccount::dropSessions);
    }

    private static ServerSocket listen(SimulatorSettings settings) {
        try {
            ServerSocket socket = settings.tls().serverSocket();
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
            return socket;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void acceptConnections() {
        while (!closed) {
            try {
                Socket socket = serverSocket.accept();
                Thread.ofVirtual().name("smsc-simulator-bind").start(() -> serve(socket));
            } catch (IOException closedOrRefused) {
                // Closed: the loop ends. Anything else concerns one connection only.
            }
        }
    }

    private void serve(Socket socket) {
        try {
            var session = new EsmeSession(socket, receiptWindow);
            connections.add(session);
            BindRequest bind = session.awaitBind();
            if (bind != null) {
                answer(bind, session);
            }
            connections.remove(session);
            if (closed) {
                session.close();
            }
        } catch (IOException | PDUStringException gone) {
            // The ESME hung up during its bind; the session's state listener has tidied up.
        }
    }

    private void answer(BindRequest bind, EsmeSession session) throws IOException, PDUStringException {
        OperatorAccount account = accounts.get(bind.getSystemId());
        if (account != null && account.bindDelayMillis() > 0) {
            pause(account.bindDelayMillis());
        }
        int status = account == null ? SMPPConstant.STAT_ESME_RINVSYSID : account.bind(bind.getPassword(), session);
        if (status == SMPPConstant.STAT_ESME_ROK) {
            try {
                bind.accept("canhbao-smsc", bind.getInterfaceVersion());
                account.bound(session);
            } finally {
                // It may have ended before the account knew of it.
                if (session.isEnded()) {
                    account.ended(session);
                    session.close();
                }
            }
        } else {
            bind.reject(status);
            session.endAfterRefusal();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            serverSocket.close();
            // The port is free only when the accepting thread has let go of the socket.
            accepting.join();
        } catch (IOException alreadyClosed) {
            // Nothing listens any more, which is what was asked for.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        accounts.values().forEach(OperatorAccount::close);
        connections.forEach(EsmeSession::close);
        delays.close();
    }
}
