package vn.canhbao.core.message;

import java.util.List;
import vn.canhbao.core.receipt.ReceiptState;

/**
 * What is known of one segment of a submitted message: refused at submit, or the state of its last receipt
 * ({@code null}: none yet).
 */
record SegmentFate(boolean refused, ReceiptState receipt) {

    private boolean settled() {
        return refused || (receipt != null && receipt.isFinal());
    }

    private boolean delivered() {
        return !refused && receipt == ReceiptState.DELIVERED;
    }

    private boolean expired() {
        return !refused && receipt == ReceiptState.EXPIRED;
    }

    /**
     * The state of a message by its segments: delivered only when all are, nothing final while one is still open.
     *
     * @return the final state, or {@code null} while it is open
     */
    static MessageStatus settle(List<SegmentFate> segments) {
        if (!segments.stream().allMatch(SegmentFate::settled)) {
            return null;
        }
        if (segments.stream().allMatch(SegmentFate::delivered)) {
            return MessageStatus.DELIVERED;
        }
        if (segments.stream().anyMatch(SegmentFate::delivered)) {
            return MessageStatus.PARTLY_DELIVERED;
        }
        return segments.stream().allMatch(SegmentFate::expired) ? MessageStatus.EXPIRED : MessageStatus.FAILED;
    }
}
