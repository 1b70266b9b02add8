package vn.canhbao.gateway.control;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** When this machine gave the JVM no processor: what could not be sent then must not be caught up, and is nobody's fault. */
final class Stalls implements AutoCloseable {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long WORTH_COUNTING = TimeUnit.MILLISECONDS.toNanos(3);

    private record Stall(long at, long lasted) {}

    private final ConcurrentLinkedQueue<Stall> stalls = new ConcurrentLinkedQueue<>();
    private final Thread watch = Thread.ofPlatform().daemon().name("stalls").start(this::watch);
    private volatile boolean over;

    private void watch() {
        while (!over) {
            long before = System.nanoTime();
            LockSupport.parkNanos(TICK);
            long late = System.nanoTime() - before - TICK;
            if (late > WORTH_COUNTING) {
                stalls.add(new Stall(before, late));
            }
        }
    }

    /** How long between two moments, in nanoseconds. */
    long between(long from, long to) {
        return stalls.stream()
                .filter(stall -> stall.at() >= from && stall.at() < to)
                .mapToLong(Stall::lasted)
                .sum();
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(watch);
    }
}
