package vn.canhbao.gateway.smpp.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<String, OperatorAccount> accounts = new TreeMap<>();
    private final Set<EsmeSession> connections = ConcurrentHashMap.newKeySet();
    private final Thread accepting =
            Thread.ofVirtual().name("smsc-simulator-accept").unstarted(this::acceptConnections);
    private volatile boolean closed;

    private SmscSimulator(SimulatorSettings settings, Clock clock, Consumer<AcceptedSubmit> observer) {
        this.receiptWindow = settings.receiptWindow();
        // Ids go on from the clock, so that a restart on a database that remembers never repeats one.
        var ids = new AtomicLong(clock.millis() * 1_000);
        settings.operators()
                .keySet()
                .forEach(systemId ->
                        accounts.put(systemId, new OperatorAccount(systemId, settings, delays, ids, clock, observer)));
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

    /** Cuts the TCP connection of every session, as a network failure does; ESMEs may bind again at once. */
    public void dropSessions() {
        accounts.values().forEach(OperatorAccount::dropSessions);
    }

    private static ServerSocket listen(SimulatorSettings settings) {
        try {
            var socket = new ServerSocket();
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
