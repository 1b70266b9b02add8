package vn.canhbao.gateway.smpp.simulator;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends an account's due receipts, each on any of its sessions that takes receipts and has room in its window; waits for
 * a bind when there is none.
 */
final class ReceiptSender implements AutoCloseable {

    // Room and binds wake the thread; this only bounds what a lost wake-up could cost.
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BlockingQueue<Receipt> due = new LinkedBlockingQueue<>();
    private final List<EsmeSession> sessions;
    private final Clock clock;
    private final Thread thread =
            Thread.ofVirtual().name("smsc-simulator-receipts").unstarted(this::run);
    private int turn;

    /** @param sessions live view of the account's sessions */
    ReceiptSender(List<EsmeSession> sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    void add(Receipt receipt) {
        due.add(receipt);
    }

    /** A session has room again, or is new. */
    void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            while (true) {
                Receipt receipt = due.take();
                sessionWithRoom().deliver(receipt, clock.instant());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private EsmeSession sessionWithRoom() throws InterruptedException {
        while (true) {
            Object[] bound = sessions.toArray();
            for (int i = 0; i < bound.length; i++) {
                EsmeSession session = (EsmeSession) bound[Math.floorMod(turn++, bound.length)];
                if (session.takesReceipts()) {
                    return session;
                }
            }
            LockSupport.parkNanos(NAP_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
