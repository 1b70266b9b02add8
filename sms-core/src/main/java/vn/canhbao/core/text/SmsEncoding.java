package vn.canhbao.core.text;

import java.nio.charset.StandardCharsets;

/** The two alphabets of 3GPP TS 23.038 that we send, with what one segment holds. */
public enum SmsEncoding {
    /** GSM 7-bit default alphabet with its extension table: septets. */
    GSM_7(160, 153),
    /** UCS-2, big-endian: 16-bit units. */
    UCS_2(70, 67);

    private final int single;
    private final int concatenated;

    SmsEncoding(int single, int concatenated) {
        this.single = single;
        this.concatenated = concatenated;
    }

    /** Units in a message of one segment. */
    public int single() {
        return single;
    }

    /** Units in each segment of a longer one, beside a UDH of 6 octets. */
    public int concatenated() {
        return concatenated;
    }

    /** Units that a character takes: an escape pair or a surrogate pair is 2. */
    public int units(int codePoint) {
        return this == GSM_7 ? GsmAlphabet.septets(codePoint) : Character.charCount(codePoint);
    }

    /** Units that a text takes. */
    public int units(String text) {
        return this == GSM_7 ? text.chars().map(GsmAlphabet::septets).sum() : text.length();
    }

    /** The text on the wire: unpacked septets under data_coding 0, UTF-16BE under data_coding 8. */
    public byte[] octets(String text) {
        return this == GSM_7 ? GsmAlphabet.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
    }
}
