package vn.canhbao.gateway.smpp.simulator;

import java.util.Locale;
import java.util.UUID;

/** How an SMSC writes its message ids: in submit_sm_resp, and, with some operators otherwise, in the receipt. */
public enum MessageIdFormat {
    DECIMAL,
    HEX,
    UUID,
    /** Hexadecimal in submit_sm_resp, decimal in the receipt. */
    DECIMAL_IN_RECEIPT,
    /** Decimal in submit_sm_resp, hexadecimal in the receipt. */
    HEX_IN_RECEIPT,
    /** Lower-case hexadecimal with leading zeros in submit_sm_resp, upper-case without in the receipt. */
    TRIMMED_IN_RECEIPT;

    String inResponse(long id) {
        return switch (this) {
            case DECIMAL, HEX_IN_RECEIPT -> Long.toString(id);
            case HEX, DECIMAL_IN_RECEIPT -> Long.toHexString(id);
            case TRIMMED_IN_RECEIPT -> "%020x".formatted(id);
            case UUID -> uuid(id);
        };
    }

    String inReceipt(long id) {
        return switch (this) {
            case DECIMAL, DECIMAL_IN_RECEIPT -> Long.toString(id);
            case HEX, HEX_IN_RECEIPT -> Long.toHexString(id);
            case TRIMMED_IN_RECEIPT -> Long.toHexString(id).toUpperCase(Locale.ROOT);
            case UUID -> uuid(id);
        };
    }

    private static String uuid(long id) {
        return new UUID(id, ~id).toString();
    }
}
