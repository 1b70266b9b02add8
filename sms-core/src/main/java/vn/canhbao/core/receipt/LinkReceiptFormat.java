package vn.canhbao.core.receipt;

import java.time.Instant;

/**
 * How a link's receipts write message ids, in the words of {@code receipt-id-format}.
 *
 * @param accepted what an administrator accepted, {@code null}: as configured
 * @param proposed what its receipts showed, or {@code null}; {@code matched} of {@code told} receipts fit it
 */
public record LinkReceiptFormat(
        String link, String accepted, String acceptedBy, Instant acceptedAt, String proposed, int matched, int told) {}
