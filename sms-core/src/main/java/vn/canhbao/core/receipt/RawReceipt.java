package vn.canhbao.core.receipt;

import java.time.Instant;

/**
 * A deliver_sm as it came, beside what the parser made of it.
 *
 * @param sourceAddr the recipient: a receipt travels the other way
 * @param tlvs the TLVs as on the wire: tag, length, value
 * @param smscMessageId message id as the receipt names it, or {@code null}
 * @param state {@code null}: no receipt but a message from a subscriber (MO)
 */
public record RawReceipt(
        String link,
        Instant receivedAt,
        String sourceAddr,
        String destAddr,
        int esmClass,
        int dataCoding,
        byte[] shortMessage,
        byte[] tlvs,
        String smscMessageId,
        String idKey,
        ReceiptState state,
        String error,
        Instant doneAt) {}
