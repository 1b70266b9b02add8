package vn.canhbao.gateway.smpp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The TLVs of a PDU (SMPP 3.4 §5.3) by tag, the first of each; what is cut off is left out. */
public final class Tlvs {

    public static final int RECEIPTED_MESSAGE_ID = 0x001E;
    public static final int SAR_MSG_REF_NUM = 0x020C;
    public static final int SAR_TOTAL_SEGMENTS = 0x020E;
    public static final int SAR_SEGMENT_SEQNUM = 0x020F;
    public static final int NETWORK_ERROR_CODE = 0x0423;
    public static final int MESSAGE_PAYLOAD = 0x0424;
    public static final int MESSAGE_STATE = 0x0427;

    private final Map<Integer, byte[]> values = new HashMap<>();

    /** @param octets tag, length, value, one after the other */
    public Tlvs(byte[] octets) {
        int at = 0;
        while (at + 4 <= octets.length) {
            int length = unsigned16(octets, at + 2);
            if (at + 4 + length > octets.length) {
                return;
            }
            values.putIfAbsent(unsigned16(octets, at), java.util.Arrays.copyOfRange(octets, at + 4, at + 4 + length));
            at += 4 + length;
        }
    }

    public boolean has(int tag) {
        return values.containsKey(tag);
    }

    /** The octets; empty where the TLV is missing. */
    public byte[] octets(int tag) {
        return values.getOrDefault(tag, new byte[0]);
    }

    /** An unsigned number of one or more octets; 0 where it is missing. */
    public int number(int tag) {
        int number = 0;
        for (byte octet : octets(tag)) {
            number = number << 8 | octet & 0xFF;
        }
        return number;
    }

    /** A C-octet string; {@code null} where it is missing or empty. */
    public String text(int tag) {
        String text = new String(octets(tag), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        String value = (end < 0 ? text : text.substring(0, end)).strip();
        return value.isEmpty() ? null : value;
    }

    private static int unsigned16(byte[] octets, int at) {
        return (octets[at] & 0xFF) << 8 | octets[at + 1] & 0xFF;
    }
}
