package vn.canhbao.gateway.smpp.simulator;

import java.util.Locale;

/** How an SMSC writes its message ids: in submit_sm_resp, and, with some operators otherwise, in the receipt. */
public enum MessageIdFormat {
    DECIMAL,
    /** 20 digits: more than 64 bits hold. */
    DECIMAL_20,
    HEX,
    UUID,
    /** Groups of hexadecimal digits: {@code 6F1A2B-3C4D5E-F000}. */
    DASHES,
    /** 26 lower-case letters and digits. */
    LETTERS,
    /** Hexadecimal in submit_sm_resp, decimal in the receipt. */
    DECIMAL_IN_RECEIPT,
    /** Decimal in submit_sm_resp, hexadecimal in the receipt. */
    HEX_IN_RECEIPT,
    /** Lower-case hexadecimal with leading zeros in submit_sm_resp, upper-case without in the receipt. */
    TRIMMED_IN_RECEIPT,
    /** Lower-case hexadecimal in submit_sm_resp, upper-case in the receipt. */
    UPPER_CASE_IN_RECEIPT,
    /** Upper-case hexadecimal in submit_sm_resp, lower-case in the receipt. */
    LOWER_CASE_IN_RECEIPT,
    /** Decimal; leading zeros in submit_sm_resp only. */
    ZEROS_IN_RESPONSE,
    /** Decimal; leading zeros in the receipt only. */
    ZEROS_IN_RECEIPT;

    String inResponse(long id) {
        return switch (this) {
            case DECIMAL, HEX_IN_RECEIPT, ZEROS_IN_RECEIPT -> Long.toString(id);
            case HEX, DECIMAL_IN_RECEIPT, UPPER_CASE_IN_RECEIPT -> Long.toHexString(id);
            case LOWER_CASE_IN_RECEIPT -> Long.toHexString(id).toUpperCase(Locale.ROOT);
            case TRIMMED_IN_RECEIPT -> "%020x".formatted(id);
            case ZEROS_IN_RESPONSE -> "%020d".formatted(id);
            case DECIMAL_20, UUID, DASHES, LETTERS -> alwaysTheSame(id);
        };
    }

    String inReceipt(long id) {
        return switch (this) {
            case DECIMAL, DECIMAL_IN_RECEIPT, ZEROS_IN_RESPONSE -> Long.toString(id);
            case HEX, HEX_IN_RECEIPT, LOWER_CASE_IN_RECEIPT -> Long.toHexString(id);
            case TRIMMED_IN_RECEIPT, UPPER_CASE_IN_RECEIPT ->
                Long.toHexString(id).toUpperCase(Locale.ROOT);
            case ZEROS_IN_RECEIPT -> "%020d".formatted(id);
            case DECIMAL_20, UUID, DASHES, LETTERS -> alwaysTheSame(id);
        };
    }

    private String alwaysTheSame(long id) {
        return switch (this) {
            case DECIMAL_20 -> "9%019d".formatted(id);
            case DASHES -> "%012X".formatted(id).replaceFirst("(.{6})", "$1-") + "-F000";
            case LETTERS -> "01h" + "0".repeat(23 - Long.toString(id, 36).length()) + Long.toString(id, 36);
            default -> new java.util.UUID(id, ~id).toString();
        };
    }
}
