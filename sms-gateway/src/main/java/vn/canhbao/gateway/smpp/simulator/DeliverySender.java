package vn.canhbao.gateway.smpp.simulator;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends an account's due receipts and messages from phones, each on any of its sessions that takes receipts and has room in its window; waits for
 * a bind when there is none.
 */
final class DeliverySender implements AutoCloseable {

    private final BlockingQueue<Delivery> due = new LinkedBlockingQueue<>();
    private final List<EsmeSession> sessions;
    private final Clock clock;
    private final Thread thread =
            Thread.ofVirtual().name("smsc-simulator-receipts").unstarted(this::run);
    private volatile boolean waiting;
    private int turn;

    /** @param sessions live view of the account's sessions */
    DeliverySender(List<EsmeSession> sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    void add(Delivery delivery) {
        due.add(delivery);
    }

    /** A session has room again, or is new. */
    void wake() {
        if (waiting) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        try {
            while (true) {
                Delivery delivery = due.take();
                sessionFor(delivery).deliver(delivery, clock.instant());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private EsmeSession sessionFor(Delivery delivery) throws InterruptedException {
        for (EsmeSession session = next(delivery); ; session = next(delivery)) {
            if (session != null) {
                waiting = false;
                return session;
            }
            // Looked for once more with the flag up before it parks, so that no wake-up is missed.
            if (waiting) {
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            waiting = true;
        }
    }

    private EsmeSession next(Delivery delivery) {
        Object[] bound = sessions.toArray();
        EsmeSession other = null;
        for (int i = 0; i < bound.length; i++) {
            EsmeSession session = (EsmeSession) bound[Math.floorMod(turn++, bound.length)];
            if (session.takesDeliveries()) {
                if (delivery.prefers(session)) {
                    return session;
                }
                other = session;
            }
        }
        return other;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
