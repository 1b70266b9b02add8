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
        ReceiptIds receiptIds,
        Running running) {

    /**
     * Receipts on this node since its start.
     *
     * @param expected accepted segments for which one was asked
     * @param late came more than five minutes after submit_sm
     * @param orphaned without a segment of ours so far, now
     * @param unrecognised words that we don't know, kept raw
     * @param givenUp never found a segment of ours; they are in the journal
     */
    public record ReceiptHealth(
            long expected,
            long received,
            long late,
            long orphaned,
            long unrecognised,
            long givenUp,
            LastHour lastHour) {}

    /** The same over the last 60 minutes; {@code orphaned}: those that found no segment when they came. */
    public record LastHour(long expected, long received, long late, long orphaned, long unrecognised, long givenUp) {}

    /**
     * How its receipts write message ids.
     *
     * @param format the format in force; where it is not the configured one, {@code acceptedBy} accepted it
     * @param proposal what its receipts show, or {@code null}
     */
    public record ReceiptIds(
            ReceiptIdFormat format,
            ReceiptIdFormat configured,
            String acceptedBy,
            Instant acceptedAt,
            Proposal proposal) {}

    /** Another value of a key, learned from the receipts, with what speaks for it. */
    public record Proposal(String key, ReceiptIdFormat value, String evidence) {}

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
