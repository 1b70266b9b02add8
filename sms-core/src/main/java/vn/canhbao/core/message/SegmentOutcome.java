package vn.canhbao.core.message;

import java.time.Instant;

/**
 * What became of one submit_sm.
 *
 * @param number from 1
 * @param smscMessageId message_id of submit_sm_resp as answered, or {@code null}
 * @param idKey its canonical form, by which receipts find it, or {@code null}
 * @param commandStatus 0: accepted; another: refused; {@code null}: no answer, the SMSC may have taken it
 * @param receiptWanted whether registered_delivery asked for a receipt
 * @param receipt what its receipt said, where that was in hand already; else {@code null}
 */
public record SegmentOutcome(
        int number,
        String smscMessageId,
        String idKey,
        Integer commandStatus,
        Instant submittedAt,
        boolean receiptWanted,
        SegmentReceipt receipt) {

    public SegmentOutcome(
            int number,
            String smscMessageId,
            String idKey,
            Integer commandStatus,
            Instant submittedAt,
            boolean receiptWanted) {
        this(number, smscMessageId, idKey, commandStatus, submittedAt, receiptWanted, null);
    }

    public SegmentOutcome(int number, String smscMessageId, String idKey, Integer commandStatus, Instant submittedAt) {
        this(number, smscMessageId, idKey, commandStatus, submittedAt, true);
    }

    public boolean accepted() {
        return commandStatus != null && commandStatus == 0;
    }

    public boolean refused() {
        return commandStatus != null && commandStatus != 0;
    }

    public boolean unanswered() {
        return commandStatus == null;
    }

    /** A final state never changes. */
    SegmentOutcome received(SegmentReceipt newer) {
        return receipt != null && receipt.state().isFinal()
                ? this
                : new SegmentOutcome(number, smscMessageId, idKey, commandStatus, submittedAt, receiptWanted, newer);
    }
}
