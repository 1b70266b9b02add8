package vn.canhbao.gateway.link;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Spaces submit_sm evenly, so that no second holds more of them than the contract allows; and holds all of them back
 * while the SMSC asks for a pause (ESME_RTHROTTLED).
 */
public final class SegmentRate {

    private final long nanosBetween;
    private long next = System.nanoTime();

    /** @param perSecond segments a second; 0: no limit */
    public SegmentRate(int perSecond) {
        nanosBetween = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits for the next free place. */
    public void acquire() throws InterruptedException {
        long place;
        synchronized (this) {
            long now = System.nanoTime();
            place = next - now > 0 ? next : now;
            next = place + nanosBetween;
        }
        long wait;
        while ((wait = place - System.nanoTime()) > 0) {
            LockSupport.parkNanos(wait);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Nothing goes out for a while. */
    public synchronized void pause(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        next = until - next > 0 ? until : next;
    }
}
