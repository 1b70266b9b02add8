package vn.canhbao.core.message;

import java.time.Instant;
import vn.canhbao.core.receipt.ReceiptState;

/**
 * What the last receipt of a segment said.
 *
 * @param error the operator's error code, or {@code null}
 * @param at when it came
 */
public record SegmentReceipt(ReceiptState state, String error, Instant at) {

    /** Why the message has this final state; {@code null} where it needs no reason. */
    String inWords(MessageStatus settled) {
        return settled == MessageStatus.DELIVERED
                ? null
                : "receipt " + state + (error == null ? "" : ", error " + error);
    }
}
