package vn.canhbao.gateway.smpp;

import java.util.concurrent.CountDownLatch;

/** The end of a bind, and why. */
final class BindEnd {

    private final CountDownLatch latch = new CountDownLatch(1);
    private volatile String reason;

    void is(String why) {
        reason = why;
        latch.countDown();
    }

    /** Returns the reason when the bind is over. */
    String await() throws InterruptedException {
        latch.await();
        return reason;
    }
}
