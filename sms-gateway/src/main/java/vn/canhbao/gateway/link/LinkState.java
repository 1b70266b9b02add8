package vn.canhbao.gateway.link;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.canhbao.core.link.DesiredState;

/**
 * A link as it stands now.
 *
 * @param operators codes of the operators that it serves
 * @param binds how many binds it may hold; {@code boundBinds} of them are up
 * @param window most messages in flight; {@code inFlight} of them are
 * @param submitsPerSecond limit in segments; 0: none
 * @param lastError what went wrong last and what to do, or {@code null}
 */
public record LinkState(
        String name,
        String address,
        String systemId,
        List<String> operators,
        BindState state,
        int binds,
        int boundBinds,
        int window,
        int inFlight,
        int submitsPerSecond,
        String lastError,
        Instant lastErrorAt,
        ReceiptHealth receipts,
        Running running) {

    /**
     * Receipts since the start.
     *
     * @param orphaned without a segment of ours so far
     * @param unrecognised words that we don't know, kept raw
     */
    public record ReceiptHealth(long received, long orphaned, long unrecognised) {}

    /**
     * How it runs now, as ordered and leased.
     *
     * @param desired how people want it to run
     * @param submitsPerSecond the limit now over all nodes, in segments; 0: none
     * @param window the window now over all nodes
     * @param slots the bind slots that this node holds
     * @param allowedPerSecond this node's part of the rate, after throttling and warm-up; 0: no limit
     * @param currentPerSecond segments that this node sent in the last second
     * @param changedBy who changed it last, or {@code null}
     */
    public record Running(
            DesiredState desired,
            int submitsPerSecond,
            int window,
            Set<Integer> slots,
            int allowedPerSecond,
            int currentPerSecond,
            String changedBy,
            Instant changedAt,
            String reason) {}
}
