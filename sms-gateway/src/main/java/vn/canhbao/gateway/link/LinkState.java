package vn.canhbao.gateway.link;

import java.time.Instant;
import java.util.List;

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
        ReceiptHealth receipts) {

    /**
     * Receipts since the start.
     *
     * @param orphaned without a segment of ours so far
     * @param unrecognised words that we don't know, kept raw
     */
    public record ReceiptHealth(long received, long orphaned, long unrecognised) {}
}
