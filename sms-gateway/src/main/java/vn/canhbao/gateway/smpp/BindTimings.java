package vn.canhbao.gateway.smpp;

import java.time.Duration;

/**
 * How long a slot waits before it binds again.
 *
 * @param shortest the first back-off, which doubles
 * @param longest where it stops doubling
 * @param alreadyBound after ESME_RALYBND: longer than SMSCs keep a dead session; doubles too
 * @param alreadyBoundLongest where that stops doubling
 * @param refusalsBeforeTrip so many ESME_RBINDFAIL in a row open the breaker
 */
record BindTimings(
        Duration shortest,
        Duration longest,
        Duration alreadyBound,
        Duration alreadyBoundLongest,
        int refusalsBeforeTrip) {

    static final BindTimings USUAL = new BindTimings(
            Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(10), 10);
}
