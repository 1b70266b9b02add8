package vn.canhbao.gateway.receipt;

import vn.canhbao.gateway.link.ReceiptIdFormat;

/** How a link's receipts seem to write ids: {@code matched} of the {@code told} receipts that could be told fit it. */
public record IdFormatProposal(ReceiptIdFormat format, int matched, int told) {}
