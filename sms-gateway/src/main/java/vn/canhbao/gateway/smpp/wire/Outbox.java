package vn.canhbao.gateway.smpp.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * PDUs on their way to the SMSC. Whoever finds nobody writing writes what is there, all in one system call: under load
 * a write carries dozens of submit_sm, and no thread waits for another's turn.
 */
final class Outbox {

    private static final int WRITE_SIZE = 64 * 1024;

    private record Outgoing(Pdu pdu, Request request) {}

    private final Queue<Outgoing> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream(WRITE_SIZE);
    private final OutputStream out;

    Outbox(OutputStream out) {
        this.out = out;
    }

    /** @param request what is told that it is being written, or {@code null} */
    void send(Pdu pdu, Request request) throws IOException {
        queue.add(new Outgoing(pdu, request));
        // Again after letting go: a PDU that was added in between found us writing.
        while (!queue.isEmpty() && writing.compareAndSet(false, true)) {
            try {
                writeAll();
            } finally {
                writing.set(false);
            }
        }
    }

    private void writeAll() throws IOException {
        Outgoing next = queue.poll();
        while (next != null) {
            batch.reset();
            while (next != null && batch.size() < WRITE_SIZE) {
                if (next.request != null) {
                    next.request.writing();
                }
                batch.writeBytes(next.pdu.octets());
                next = queue.poll();
            }
            batch.writeTo(out);
        }
    }
}
