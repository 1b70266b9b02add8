package vn.canhbao.core.link;

import java.time.Instant;

/**
 * The right to hold one of a link's binds.
 *
 * @param slot from 1
 * @param node who holds it, or {@code null}
 * @param bound whether the holder's bind is up
 * @param expiresAt when the holder must have dropped its bind unless it renews
 * @param freeFrom from when another node may take it: what went out over it is then out of the SMSC's sliding second
 */
public record BindLease(String link, int slot, String node, boolean bound, Instant expiresAt, Instant freeFrom) {

    public boolean isHeldBy(String somebody) {
        return somebody.equals(node);
    }

    public boolean mayBeTaken(Instant now) {
        return !freeFrom.isAfter(now);
    }
}
