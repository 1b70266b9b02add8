package vn.canhbao.gateway.smpp.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * PDUs on their way to one ESME. Whatever is ready goes out in one write, and an ESME that doesn't read holds up nobody
 * but itself.
 */
final class Outbox implements AutoCloseable {

    private static final int WRITE_SIZE = 64 * 1024;

    private final BlockingQueue<byte[]> pdus = new LinkedBlockingQueue<>();
    private final OutputStream out;
    private final Thread thread;

    /** @param onFailure what to do when the connection is gone */
    Outbox(OutputStream out, Runnable onFailure) {
        this.out = out;
        this.thread = Thread.ofVirtual().name("smsc-simulator-outbox").unstarted(() -> run(onFailure));
    }

    void start() {
        thread.start();
    }

    void add(byte[] pdu) {
        pdus.add(pdu);
    }

    private void run(Runnable onFailure) {
        var batch = new ByteArrayOutputStream(WRITE_SIZE);
        try {
            while (true) {
                byte[] pdu = pdus.take();
                while (pdu != null) {
                    batch.write(pdu);
                    pdu = batch.size() < WRITE_SIZE ? pdus.poll() : null;
                }
                // The monitor that jSMPP's own sender holds while it writes: PDUs never mix.
                synchronized (out) {
                    batch.writeTo(out);
                }
                batch.reset();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException lost) {
            onFailure.run();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
