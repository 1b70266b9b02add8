package vn.canhbao.gateway.link;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The canonical form of an SMSC's message id, by which a receipt finds its segment: lower case, leading zeros trimmed, a
 * UUID whole, and, where the operator changes the base, always as submit_sm_resp writes it. The raw id is kept beside it.
 */
public final class SmscMessageId {

    /** Characters that SMPP's message_id holds (3.4 §5.2.23); of a longer one, from answer or receipt, so many count. */
    public static final int LONGEST = 64;

    // So many hexadecimal digits, written in decimal, still fit the 70 characters of id_key.
    private static final int LONGEST_HEX = 53;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DECIMAL = Pattern.compile("\\d+");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{1," + LONGEST_HEX + "}");

    private SmscMessageId() {}

    /** The key of the id in a submit_sm_resp; {@code null} for none. */
    public static String ofResponse(String raw, ReceiptIdFormat format) {
        return key(raw, format, false);
    }

    /** The key of the id in a receipt; {@code null} for none. */
    public static String ofReceipt(String raw, ReceiptIdFormat format) {
        return key(raw, format, true);
    }

    private static String key(String raw, ReceiptIdFormat format, boolean fromReceipt) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String id = raw.strip().toLowerCase(Locale.ROOT);
        if (id.length() > LONGEST) {
            return id.substring(0, LONGEST);
        }
        if (UUID.matcher(id).matches()) {
            return id;
        }
        return fromReceipt ? inBaseOfResponse(id, format) : withoutLeadingZeros(id);
    }

    // BigInteger: ids of 20 digits and of 32 hexadecimal ones are out there.
    private static String inBaseOfResponse(String id, ReceiptIdFormat format) {
        if (format == ReceiptIdFormat.HEX_IN_RECEIPT && HEX.matcher(id).matches()) {
            return new BigInteger(id, 16).toString();
        }
        if (format == ReceiptIdFormat.DECIMAL_IN_RECEIPT && DECIMAL.matcher(id).matches()) {
            return new BigInteger(id).toString(16);
        }
        return withoutLeadingZeros(id);
    }

    private static String withoutLeadingZeros(String id) {
        int start = 0;
        while (start < id.length() - 1 && id.charAt(start) == '0') {
            start++;
        }
        return id.substring(start);
    }
}
