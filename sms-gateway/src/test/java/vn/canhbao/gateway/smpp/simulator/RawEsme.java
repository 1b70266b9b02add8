package vn.canhbao.gateway.smpp.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;

/** An ESME of nothing but a socket: it shows each PDU in the order in which it came, and answers what the test answers. */
final class RawEsme implements AutoCloseable {

    record Pdu(int command, int status, int sequence, byte[] octets) {

        String messageId() {
            return new String(octets, 16, octets.length - 17, StandardCharsets.US_ASCII);
        }

        DeliverSm deliverSm() {
            try {
                return new DefaultDecomposer().deliverSm(octets);
            } catch (org.jsmpp.PDUStringException malformed) {
                throw new IllegalStateException(malformed);
            }
        }
    }

    static final int SUBMIT_SM_RESP = 0x80000004;
    static final int DELIVER_SM = 5;
    static final int DATA_SM = 0x103;
    static final int ENQUIRE_LINK = 0x15;
    static final int ENQUIRE_LINK_RESP = 0x80000015;
    static final int UNBIND = 6;
    static final int GENERIC_NACK = 0x80000000;

    final List<Pdu> came = new CopyOnWriteArrayList<>();
    private final DefaultComposer composer = new DefaultComposer();
    private final Socket socket;
    volatile boolean hungUp;

    private RawEsme(Socket socket) {
        this.socket = socket;
        Thread.ofVirtual().start(this::read);
    }

    static RawEsme connect(SocketFactory sockets, SmscSimulator smsc) throws IOException {
        return new RawEsme(sockets.createSocket("127.0.0.1", smsc.port()));
    }

    static RawEsme bind(SmscSimulator smsc, String systemId) throws Exception {
        return bind(smsc, systemId, BindType.BIND_TRX);
    }

    static RawEsme bind(SmscSimulator smsc, String systemId, BindType type) throws Exception {
        var esme = connect(SocketFactory.getDefault(), smsc);
        Pdu answer = esme.askToBind(systemId, type);
        if (answer.status() != 0) {
            throw new IOException("bind refused: " + answer.status());
        }
        return esme;
    }

    Pdu askToBind(String systemId, BindType type) throws Exception {
        send(composer.bind(type.commandId(), 1, systemId, "secret", "", (byte) 0x34, (byte) 0, (byte) 0, null));
        return await(type.responseCommandId());
    }

    void submit(int sequence, String destination) throws Exception {
        send(composer.submitSm(
                sequence,
                "",
                (byte) 5,
                (byte) 0,
                "CANHBAO",
                (byte) 1,
                (byte) 1,
                destination,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                null,
                null,
                (byte) 1,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                "Canh bao".getBytes(StandardCharsets.US_ASCII)));
    }

    void enquireLink(int sequence) throws IOException {
        send(composer.enquireLink(sequence));
    }

    void answer(Pdu request, int status) throws IOException {
        send(composer.composeHeader(request.command() | 0x80000000, status, request.sequence()));
    }

    List<Pdu> all(int command) {
        return came.stream().filter(pdu -> pdu.command() == command).toList();
    }

    Pdu await(int command) {
        return await(command, 1).getFirst();
    }

    List<Pdu> await(int command, int count) {
        org.awaitility.Awaitility.await().until(() -> all(command).size() >= count);
        return all(command);
    }

    private void send(byte[] pdu) throws IOException {
        socket.getOutputStream().write(pdu);
    }

    private void read() {
        try (var in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                int length = in.readInt();
                byte[] octets = new byte[length];
                ByteBuffer.wrap(octets).putInt(length);
                in.readFully(octets, 4, length - 4);
                var header = ByteBuffer.wrap(octets, 4, 12);
                came.add(new Pdu(header.getInt(), header.getInt(), header.getInt(), octets));
            }
        } catch (IOException ended) {
            hungUp = true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
