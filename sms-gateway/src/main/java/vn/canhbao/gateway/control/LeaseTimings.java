package vn.canhbao.gateway.control;

import java.time.Duration;

/**
 * How long leases and nodes live. The clocks of the nodes may differ by a second: what is given back by one clock is
 * taken by another's.
 *
 * @param look how often orders and leases are read: what a person changes holds on every node within a second
 * @param renewal how often leases are renewed
 * @param lease how long a lease holds without renewal
 * @param dropAfter how long without renewal until the node drains and drops its binds itself, well before its leases end
 * @param cutAfter how long without renewal until it cuts what is not drained by then
 * @param quiet how long nobody may take a slot that was given back or ran out: a sliding second and the clocks' difference
 * @param dead how long without a heartbeat until another node takes over what a node had claimed
 */
record LeaseTimings(
        Duration look,
        Duration renewal,
        Duration lease,
        Duration dropAfter,
        Duration cutAfter,
        Duration quiet,
        Duration dead) {

    static final LeaseTimings USUAL = new LeaseTimings(
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(6),
            Duration.ofSeconds(9),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60));
}
