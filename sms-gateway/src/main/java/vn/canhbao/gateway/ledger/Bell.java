package vn.canhbao.gateway.ledger;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a thread that waits for work; rung while it is awake, it doesn't let it fall asleep. */
final class Bell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Whether it was rung within so long. */
    boolean await(long millis) throws InterruptedException {
        boolean heard = rung.tryAcquire(millis, TimeUnit.MILLISECONDS);
        rung.drainPermits();
        return heard;
    }
}
