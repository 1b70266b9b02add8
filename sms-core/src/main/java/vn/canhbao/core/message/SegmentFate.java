package vn.canhbao.core.message;

import java.util.List;
import vn.canhbao.core.receipt.ReceiptState;

/**
 * What is known of one segment of a submitted message.
 *
 * @param refused at submit, or never sent
 * @param receipt the state of its last receipt; {@code null}: none yet
 * @param receiptDue {@code false}: the SMSC took it and was not asked for a receipt, so nothing is open
 */
record SegmentFate(boolean refused, ReceiptState receipt, boolean receiptDue) {

    SegmentFate(boolean refused, ReceiptState receipt) {
        this(refused, receipt, true);
    }

    private boolean settled() {
        return refused || !receiptDue || isFinal();
    }

    /** Whether it says anything about the message: one without a receipt due is spoken for by the others. */
    private boolean speaks() {
        return refused || receiptDue || isFinal();
    }

    private boolean isFinal() {
        return receipt != null && receipt.isFinal();
    }

    private boolean delivered() {
        return !refused && receipt == ReceiptState.DELIVERED;
    }

    private boolean expired() {
        return !refused && receipt == ReceiptState.EXPIRED;
    }

    /**
     * The state of a message by its segments: delivered only when all that were asked for a receipt are, nothing final
     * while one is still open.
     *
     * @return the final state, or {@code null} while it is open
     */
    static MessageStatus settle(List<SegmentFate> segments) {
        List<SegmentFate> speaking =
                segments.stream().filter(SegmentFate::speaks).toList();
        if (speaking.isEmpty() || !segments.stream().allMatch(SegmentFate::settled)) {
            return null;
        }
        if (speaking.stream().allMatch(SegmentFate::delivered)) {
            return MessageStatus.DELIVERED;
        }
        if (speaking.stream().anyMatch(SegmentFate::delivered)) {
            return MessageStatus.PARTLY_DELIVERED;
        }
        return speaking.stream().allMatch(SegmentFate::expired) ? MessageStatus.EXPIRED : MessageStatus.FAILED;
    }
}
