package vn.canhbao.core.text;

import java.nio.charset.StandardCharsets;

/** The two alphabets of 3GPP TS 23.038 that we send, with what one segment holds. */
public enum SmsEncoding {
    /** GSM 7-bit default alphabet with its extension table: septets. */
    GSM_7(7),
    /** UCS-2, big-endian: 16-bit units. */
    UCS_2(16);

    /** The user data of one short message (3GPP TS 23.040 §9.2.3.24). */
    private static final int OCTETS = 140;

    private static final int UDH_8_OCTETS = 6;

    private final int bits;

    SmsEncoding(int bits) {
        this.bits = bits;
    }

    /** Units in a message of one segment: 160 or 70. */
    public int single() {
        return beside(0);
    }

    /** Units in each segment of a longer one, beside a UDH of 6 octets: 153 or 67. */
    public int concatenated() {
        return beside(UDH_8_OCTETS);
    }

    /** Units that fit beside a UDH: with 7 octets (a 16-bit reference) 152 or 66. */
    public int beside(int udhOctets) {
        return (OCTETS - udhOctets) * 8 / bits;
    }

    /** Units that a character takes: an escape pair or a surrogate pair is 2. */
    public int units(int codePoint) {
        return this == GSM_7 ? GsmAlphabet.septets(codePoint) : Character.charCount(codePoint);
    }

    /** Units that a text takes. */
    public int units(String text) {
        if (this == UCS_2) {
            return text.length();
        }
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            septets += GsmAlphabet.septets(text.charAt(i));
        }
        return septets;
    }

    /** Where a piece of a text that begins at {@code start} and takes at most so many units ends; at a whole character. */
    int fitting(String text, int start, int most) {
        int used = 0;
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            used += units(codePoint);
            if (used > most) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** The text on the wire: unpacked septets under data_coding 0, UTF-16BE under data_coding 8. */
    public byte[] octets(String text) {
        return this == GSM_7 ? GsmAlphabet.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
    }
}
