package vn.canhbao.gateway.smpp.simulator;

/** An operator's limit: so many submit_sm in any second, a token bucket that holds one second's worth. */
final class Throttle {

    private final int perSecond;
    private double tokens;
    private long filledAt;

    /** @param perSecond 0: no limit */
    Throttle(int perSecond) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filledAt = System.nanoTime();
    }

    boolean admits() {
        return perSecond == 0 || take(System.nanoTime());
    }

    private synchronized boolean take(long now) {
        tokens = Math.min(perSecond, tokens + (now - filledAt) * 1e-9 * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
