package vn.canhbao.gateway.receipt;

import java.time.Instant;
import vn.canhbao.core.receipt.ReceiptState;

/**
 * What a deliver_sm says, as far as it could be understood.
 *
 * @param smscMessageId as written, at most 64 characters; {@code null}: none
 * @param idKey its canonical form, see {@link vn.canhbao.gateway.link.SmscMessageId}
 * @param state {@code UNRECOGNISED} for a word that we don't know, and for none
 * @param error as written or, from network_error_code, in decimal; at most 20 characters; {@code null}: none
 * @param doneAt when the SMSC finished with the segment; {@code null} where it doesn't say so, or not credibly
 * @param rawState the word, or {@code message_state=n}; {@code null}: none
 * @param isReceipt {@code false}: a message from a subscriber (MO)
 */
public record ParsedReceipt(
        String smscMessageId,
        String idKey,
        ReceiptState state,
        String error,
        Instant doneAt,
        String rawState,
        boolean isReceipt) {}
