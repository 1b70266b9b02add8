package vn.canhbao.gateway.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.canhbao.core.text.GsmAlphabet;

/**
 * What the octets of a text are that fits the GSM 7-bit alphabet. On the air it is GSM 7-bit all the same, so segments
 * are counted in septets; a text with any other character goes as UCS-2.
 */
public enum GsmTextEncoding {
    /** GSM 03.38, one septet per octet, data_coding 0: what most SMSCs mean by their default alphabet. */
    GSM_UNPACKED(0x00),
    /** GSM 03.38, eight septets in seven octets, with fill bits after a UDH; data_coding 0. */
    GSM_PACKED(0x00),
    /** ISO 8859-1, data_coding 3. */
    LATIN_1(0x03),
    /** ASCII, data_coding 1. */
    ASCII(0x01),
    /** The SMSC wants everything as UCS-2, data_coding 8. */
    UCS_2(0x08);

    private final int dataCoding;

    GsmTextEncoding(int dataCoding) {
        this.dataCoding = dataCoding;
    }

    public byte dataCoding() {
        return (byte) dataCoding;
    }

    /** Whether every character of the text can be written so. */
    public boolean writes(String text) {
        return this != UCS_2 && text.chars().allMatch(this::has);
    }

    /** The characters of the text that can't be written so, each once. */
    public List<String> without(String text) {
        return text.codePoints()
                .filter(codePoint -> !has(codePoint))
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    private boolean has(int codePoint) {
        int last = switch (this) {
            case GSM_UNPACKED, GSM_PACKED, UCS_2 -> Character.MAX_CODE_POINT;
            case LATIN_1 -> 0xFF;
            case ASCII -> 0x7F;
        };
        return codePoint <= last && GsmAlphabet.septets(codePoint) > 0;
    }

    /**
     * The text on the wire.
     *
     * @param udhOctets that stand before it in short_message
     */
    public byte[] octets(String text, int udhOctets) {
        return switch (this) {
            case GSM_UNPACKED -> GsmAlphabet.encode(text);
            case GSM_PACKED -> GsmAlphabet.pack(GsmAlphabet.encode(text), udhOctets);
            case LATIN_1 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case ASCII -> text.getBytes(StandardCharsets.US_ASCII);
            case UCS_2 -> text.getBytes(StandardCharsets.UTF_16BE);
        };
    }
}
