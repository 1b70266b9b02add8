package vn.canhbao.gateway.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The rate of a link or an operator, in segments: however the network hurries or delays, the SMSC counts no more of our
 * submit_sm than the limit in any sliding second. Each submit_sm takes one of as many places as the limit has; a place
 * is free again a second after its submit_sm was answered, since it had surely arrived by then (for SMSCs that answer
 * slowly see {@link #STRAGGLER}). Beside that the submits are spaced a little tighter than the limit, against bursts.
 *
 * <p>What the SMSC says with ESME_RTHROTTLED, and how a fresh bind is warmed up, is {@link RateControl}'s.
 */
public final class SegmentRate {

    static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** An SMSC whose quickest answers take longer than this answers slowly: its answers say little about arrival. */
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(25);

    /** Where answers are slow: how much longer than another a submit_sm may travel before the second is counted wrong. */
    private static final long STRAGGLER = QUICK;

    /** Where answers are quick and this one doesn't come: its place is not kept longer than this and a second. */
    private static final long GIVEN_UP = SECOND;

    private static final double TIGHTER = 1.25;

    /** A submit_sm that came this late to its turn doesn't delay the next ones. */
    private static final long CATCH_UP = TimeUnit.MILLISECONDS.toNanos(5);

    /** Waits are cut to this: a place given back unused, a new limit, the end of a pause. */
    private static final long LONGEST_PARK = TimeUnit.MILLISECONDS.toNanos(50);

    private final LongSupplier nanos;
    private final RateControl control;
    private final SecondCount sent;
    // Whoever waits first goes first; only the first one looks at the clock.
    private final ReentrantLock turnstile = new ReentrantLock(true);

    // Both in the order of their times; a place may stand in both, and is given back once.
    private final ArrayDeque<Place> answered = new ArrayDeque<>();
    private final ArrayDeque<Place> written = new ArrayDeque<>();
    private int taken;
    private long paced;
    private long quickest;

    /** @param perSecond segments a second; 0: no limit */
    public SegmentRate(int perSecond) {
        this(perSecond, System::nanoTime);
    }

    SegmentRate(int perSecond, LongSupplier nanos) {
        this.nanos = nanos;
        long now = nanos.getAsLong();
        control = new RateControl(perSecond, now);
        sent = new SecondCount(now);
        paced = now - SECOND;
    }

    /** The place of one submit_sm, from before it is written until a second after it arrived. */
    public final class Place {

        private final long takenAt;
        private final boolean counted;
        private long writtenAt;
        private long answeredAt;
        private boolean free;

        private Place(long takenAt, boolean counted) {
            this.takenAt = takenAt;
            this.counted = counted;
            this.writtenAt = takenAt;
        }

        /** The submit_sm goes on the wire now. */
        public void written() {
            synchronized (SegmentRate.this) {
                writtenAt = nanos.getAsLong();
                if (counted) {
                    written.add(this);
                }
            }
        }

        /** Its answer came, or will not come any more. */
        public void answered() {
            synchronized (SegmentRate.this) {
                answeredAt = nanos.getAsLong();
                long took = answeredAt - writtenAt;
                quickest = took < quickest ? took : quickest + (took - quickest) / 64;
                if (counted) {
                    answered.add(this);
                }
            }
        }

        /** The answer was ESME_RTHROTTLED. */
        public void throttled() {
            SegmentRate.this.throttled(takenAt);
        }

        /** The SMSC took it. */
        public void succeeded() {
            synchronized (SegmentRate.this) {
                control.succeeded(takenAt);
            }
        }

        /** It was never put on the wire. */
        public void unused() {
            synchronized (SegmentRate.this) {
                sent.takeBack();
                if (counted) {
                    giveBack(this);
                }
            }
        }
    }

    /** Waits for a place. */
    public Place acquire() throws InterruptedException {
        Place place = turnstile.isLocked() ? null : poll();
        if (place != null) {
            return place;
        }
        turnstile.lockInterruptibly();
        try {
            while ((place = poll()) == null) {
                LockSupport.parkNanos(Math.clamp(nanosToWait(), 1, LONGEST_PARK));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return place;
        } finally {
            turnstile.unlock();
        }
    }

    /** A place if there is one now, else {@code null}. */
    synchronized Place poll() {
        long now = nanos.getAsLong();
        if (control.pausedFor(now) > 0) {
            return null;
        }
        double rate = control.perSecond(now);
        boolean limited = rate > 0;
        if (limited) {
            sweep(now, held(rate));
            if (taken >= places(rate) || now < paced + gap(rate)) {
                return null;
            }
            paced = Math.max(paced + gap(rate), now - CATCH_UP);
            taken++;
        }
        sent.add(now);
        return new Place(now, limited);
    }

    /** How long until it is worth asking again. */
    synchronized long nanosToWait() {
        long now = nanos.getAsLong();
        long pause = control.pausedFor(now);
        double rate = control.perSecond(now);
        if (pause > 0 || rate == 0) {
            return pause;
        }
        if (taken < places(rate)) {
            return Math.max(0, paced + gap(rate) - now);
        }
        long wait = held(rate);
        if (!answered.isEmpty()) {
            wait = Math.min(wait, answered.getFirst().answeredAt + held(rate) - now);
        }
        if (!written.isEmpty()) {
            wait = Math.min(wait, written.getFirst().writtenAt + held(rate) + patience() - now);
        }
        return Math.max(0, wait);
    }

    /** The SMSC throttled a submit_sm that took its place then. */
    private synchronized void throttled(long takenAt) {
        long now = nanos.getAsLong();
        control.throttled(takenAt, now, sent.perSecond(now));
    }

    /** Nothing goes out for so long: what the SMSC answers says that it is ill or full. */
    public synchronized void pause(Duration pause) {
        control.pause(nanos.getAsLong(), pause.toNanos());
    }

    /** Another limit from now on, in segments a second; 0: none. */
    public synchronized void limit(int perSecond) {
        control.limit(perSecond, nanos.getAsLong());
    }

    /** After a rebind: begins low and rises to the limit. */
    public synchronized void warmUp() {
        control.warmUp(nanos.getAsLong());
    }

    /** What may go out a second now, after throttling and warm-up; 0: no limit. */
    public synchronized double allowedPerSecond() {
        return control.perSecond(nanos.getAsLong());
    }

    /** Segments that went out in the last second. */
    public synchronized int currentPerSecond() {
        return sent.perSecond(nanos.getAsLong());
    }

    /** What is left of a pause that the SMSC asked for, in nanoseconds. */
    public synchronized long pausedNanos() {
        return control.pausedFor(nanos.getAsLong());
    }

    private void sweep(long now, long held) {
        while (!answered.isEmpty() && answered.getFirst().answeredAt + held < now) {
            giveBack(answered.removeFirst());
        }
        long patience = held + patience();
        while (!written.isEmpty() && (written.getFirst().free || written.getFirst().writtenAt + patience < now)) {
            giveBack(written.removeFirst());
        }
    }

    private void giveBack(Place place) {
        if (!place.free) {
            place.free = true;
            taken--;
        }
    }

    private long patience() {
        return quickest > QUICK ? STRAGGLER : GIVEN_UP;
    }

    private static int places(double rate) {
        return Math.max(1, (int) rate);
    }

    // Below one a second there is one place, kept longer.
    private static long held(double rate) {
        return rate >= 1 ? SECOND : (long) (SECOND / rate);
    }

    private static long gap(double rate) {
        return (long) (SECOND / (rate * TIGHTER));
    }
}
