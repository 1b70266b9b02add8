package vn.canhbao.gateway.smpp.simulator;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * A connection that leaves its end to the ESME for a moment after a refused bind or an unbind: jSMPP's client drops the
 * answer that it has just read when the connection ends behind it, and waits for it until its timer runs out.
 */
final class PoliteConnection extends SocketConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private volatile boolean leftToEsme;

    PoliteConnection(Socket socket, int readBuffer) throws IOException {
        super(socket, readBuffer);
    }

    void leaveEndToEsme() {
        leftToEsme = true;
    }

    @Override
    public void close() {
        if (leftToEsme) {
            Thread.ofVirtual().name("smsc-simulator-farewell").start(this::closeLater);
        } else {
            super.close();
        }
    }

    private void closeLater() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        super.close();
    }
}
