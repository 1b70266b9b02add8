package vn.canhbao.gateway.link;

/** How an operator writes the message id in its receipts, seen from the id in its submit_sm_resp. */
public enum ReceiptIdFormat {
    /** The same number or word; letter case and leading zeros may differ. */
    AS_IS,
    /** Hexadecimal in the receipt, decimal in submit_sm_resp. */
    HEX_IN_RECEIPT,
    /** Decimal in the receipt, hexadecimal in submit_sm_resp. */
    DECIMAL_IN_RECEIPT
}
