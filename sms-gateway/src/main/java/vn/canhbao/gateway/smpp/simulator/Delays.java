package vn.canhbao.gateway.smpp.simulator;

import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be done later, on one thread: late answers and receipts; never anything that waits. */
final class Delays implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Delays.class);

    private final DelayQueue<Due> queue = new DelayQueue<>();
    private final Thread thread =
            Thread.ofPlatform().name("smsc-simulator-delays").daemon().unstarted(this::run);

    void start() {
        thread.start();
    }

    /** At once when there is nothing to wait for. */
    void after(long nanos, Runnable task) {
        if (nanos <= 0) {
            task.run();
        } else {
            queue.add(new Due(System.nanoTime() + nanos, task));
        }
    }

    private void run() {
        try {
            while (true) {
                run(queue.take().task);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            // One operator's trouble, an observer that throws for instance, is not the others'.
            log.warn("simulated SMSC: a delayed task failed", broken);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private record Due(long at, Runnable task) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.signum(at - ((Due) other).at);
        }
    }
}
