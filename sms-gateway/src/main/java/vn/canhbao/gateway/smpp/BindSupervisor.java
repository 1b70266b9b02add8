package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.gateway.link.LinkSettings;

/** Keeps one slot of a link bound for as long as it is wanted: binds, waits for the end, drains, binds again after a back-off. */
final class BindSupervisor {

    private static final Logger log = LoggerFactory.getLogger(BindSupervisor.class);

    private final String link;
    private final int number;
    private final LinkSettings settings;
    private final BindAttempts attempts;
    private final BindTimings timings;
    private final SlotEvents events;
    private final Clock clock;
    private final BackOff backOff;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean wanted;
    private volatile boolean closed;
    private volatile boolean open;
    private volatile BoundSlot slot;
    // Under the lock: whoever waits for its back-off goes on at once when somebody has a new wish.
    private long wishes;

    BindSupervisor(
            String link,
            int number,
            LinkSettings settings,
            BindAttempts attempts,
            BindTimings timings,
            SlotEvents events,
            Clock clock) {
        this.link = link;
        this.number = number;
        this.settings = settings;
        this.attempts = attempts;
        this.timings = timings;
        this.events = events;
        this.clock = clock;
        backOff = new BackOff(timings);
        thread = Thread.ofVirtual().name("bind-" + link + "-" + number).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Which of the link's slots it is, from 1. */
    int number() {
        return number;
    }

    /** What is bound, or {@code null} while nothing is. */
    BoundSlot current() {
        BoundSlot now = slot;
        return now != null && now.isUp() ? now : null;
    }

    /** Whether it has a session, also one that is being made or drained: the SMSC counts it. */
    boolean isOpen() {
        return open;
    }

    /** Closes its session at once: its time is over. */
    void cut() {
        BoundSlot now = slot;
        if (now != null) {
            now.end("cut");
            now.close(Duration.ZERO);
        }
    }

    /** {@code false}: nothing more is sent on it, the answers that are out are awaited, then it unbinds. */
    void want(boolean now) {
        if (wanted != now) {
            wish(now);
        }
    }

    /** Binds at once where it waits for its back-off. */
    void hurry() {
        wish(wanted);
    }

    private void wish(boolean now) {
        lock.lock();
        try {
            wanted = now;
            wishes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        BoundSlot bound = slot;
        if (!now && bound != null) {
            bound.end("released");
        }
    }

    private void run() {
        try {
            while (!closed) {
                long wish = awaitWanted();
                open = true;
                Duration wait;
                try {
                    wait = bindUntilItsEnd();
                } finally {
                    open = false;
                }
                pause(wait, wish);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the number of the wish that it follows. */
    private long awaitWanted() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!wanted) {
                changed.await();
            }
            return wishes;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long to wait before the next attempt. */
    private Duration bindUntilItsEnd() throws InterruptedException {
        BoundSlot bound;
        try {
            bound = attempts.open(() -> wanted);
        } catch (BindFailed failure) {
            if (wanted) {
                log.warn(failure.getMessage());
                events.failed(failure.getMessage());
            }
            return backOff.afterFailure(failure.kind());
        } catch (RuntimeException unforeseen) {
            // Whatever it is, a slot must not stay down for ever without a word.
            log.error("Kênh {}: lỗi lạ khi bind, thử lại (unforeseen failure, trying again)", link, unforeseen);
            events.failed("Kênh '" + link + "': lỗi lạ khi bind, xem nhật ký (unforeseen failure, see the log): "
                    + unforeseen);
            return backOff.afterFailure(BindFailed.Kind.PASSING);
        }
        return bound == null ? Duration.ZERO : untilTheEndOf(bound);
    }

    private Duration untilTheEndOf(BoundSlot bound) throws InterruptedException {
        Instant since = clock.instant();
        slot = bound;
        try {
            if (!wanted) {
                bound.end("released");
            }
            log.info("Kênh {}: đã bind {} tới {} (bound)", link, number, settings.address());
            events.bound();
            String reason = bound.awaitEnd();
            if (wanted) {
                String error =
                        "Kênh '%s': mất phiên với SMSC (session lost: %s), đang bind lại".formatted(link, reason);
                log.warn(error);
                events.failed(error);
            }
        } finally {
            bound.close(closed ? Duration.ZERO : settings.responseTimeout());
            released();
        }
        Duration life = Duration.between(since, clock.instant());
        return backOff.afterEnd(bound.answeredOnce() || life.compareTo(timings.longest()) > 0);
    }

    private void released() {
        lock.lock();
        try {
            slot = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration pause, long wish) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = pause.toNanos();
            while (left > 0 && wishes == wish) {
                left = changed.awaitNanos(left);
            }
            if (wishes != wish) {
                backOff.reset();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is bound, at most so long. */
    void awaitReleased(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (slot != null && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Unbinds without waiting for answers. */
    void close() {
        closed = true;
        want(false);
        thread.interrupt();
    }

    void awaitClosed(Duration patience) throws InterruptedException {
        thread.join(patience);
    }
}
