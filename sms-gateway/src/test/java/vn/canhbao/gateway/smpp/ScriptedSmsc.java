package vn.canhbao.gateway.smpp;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import vn.canhbao.gateway.smpp.wire.Pdu;

/**
 * An SMSC that does only what a test says, PDU by PDU. What the test's script doesn't take is answered as a good SMSC
 * does: binds, enquire_link and unbind with OK, submit_sm with the next id, 1, 2, 3…
 */
final class ScriptedSmsc implements AutoCloseable {

    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int SUBMIT_SM = 0x04;
    static final int BIND_TRANSCEIVER = 0x09;

    /** What the test does with a request; {@code false}: the usual. */
    interface Script {
        boolean takes(Pdu pdu, Session session) throws IOException;
    }

    final List<Session> sessions = new CopyOnWriteArrayList<>();
    final AtomicInteger submits = new AtomicInteger();
    private final ServerSocket serverSocket;
    private final AtomicInteger ids = new AtomicInteger();
    private volatile Script script;

    ScriptedSmsc(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
    }

    ScriptedSmsc(ServerSocket serverSocket, Script script) {
        this.serverSocket = serverSocket;
        this.script = script;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return serverSocket.getLocalPort();
    }

    void script(Script now) {
        script = now;
    }

    /** The sessions that are bound now, by their bind request's command_id. */
    long bound(int as) {
        return sessions.stream().filter(session -> session.boundAs == as).count();
    }

    private void accept() {
        try {
            while (true) {
                Session session = new Session(serverSocket.accept());
                Thread.startVirtualThread(session::read);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        serverSocket.close();
        sessions.forEach(Session::cut);
    }

    /** A connection of an ESME. */
    final class Session {

        final List<Pdu> seen = new CopyOnWriteArrayList<>();
        private final Socket socket;
        private volatile int boundAs;

        private Session(Socket socket) {
            this.socket = socket;
        }

        private void read() {
            sessions.add(this);
            try (var in = new DataInputStream(socket.getInputStream())) {
                while (true) {
                    byte[] octets = new byte[in.readInt()];
                    ByteBuffer.wrap(octets).putInt(octets.length);
                    in.readFully(octets, 4, octets.length - 4);
                    took(new Pdu(octets));
                }
            } catch (IOException over) {
                boundAs = 0;
                sessions.remove(this);
            }
        }

        private void took(Pdu pdu) throws IOException {
            seen.add(pdu);
            if (pdu.commandId() == SUBMIT_SM) {
                submits.incrementAndGet();
            }
            if (pdu.isAnswer() || script.takes(pdu, this)) {
                return;
            }
            switch (pdu.commandId()) {
                case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> answer(pdu, 0, "smsc");
                case SUBMIT_SM -> answer(pdu, 0, Integer.toString(ids.incrementAndGet()));
                default -> answer(pdu, 0, null);
            }
        }

        /** @param body a C-octet string, or {@code null} for none */
        void answer(Pdu request, int commandStatus, String body) throws IOException {
            if (commandStatus == 0 && request.commandId() <= BIND_TRANSCEIVER && request.commandId() != SUBMIT_SM) {
                boundAs = request.commandId() == Pdu.UNBIND ? 0 : request.commandId();
            }
            send(request.commandId() | Pdu.RESPONSE, commandStatus, request.sequenceNumber(), body);
        }

        synchronized void send(int commandId, int commandStatus, int sequenceNumber, String body) throws IOException {
            var octets = new ByteArrayOutputStream();
            byte[] text = body == null ? new byte[0] : (body + "\0").getBytes(StandardCharsets.ISO_8859_1);
            octets.writeBytes(ByteBuffer.allocate(Pdu.HEADER)
                    .putInt(Pdu.HEADER + text.length)
                    .putInt(commandId)
                    .putInt(commandStatus)
                    .putInt(sequenceNumber)
                    .array());
            octets.writeBytes(text);
            socket.getOutputStream().write(octets.toByteArray());
        }

        void cut() {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // That is what was wanted.
            }
        }
    }
}
