package vn.canhbao.core.inbound;

import java.nio.charset.StandardCharsets;
import vn.canhbao.core.text.GsmAlphabet;

/** What the octets of a subscriber's text are. */
public enum InboundAlphabet {
    /** GSM 03.38, one septet per octet. */
    GSM_7,
    ASCII,
    LATIN_1,
    /** UTF-16, big-endian. */
    UCS_2;

    /** The text; what can't be read becomes U+FFFD, and NULs that some SMSCs append are left out. */
    public String text(byte[] octets) {
        return switch (this) {
            // 0 is "@" there.
            case GSM_7 -> GsmAlphabet.decode(octets);
            case ASCII -> new String(octets, StandardCharsets.US_ASCII).replace("\0", "");
            case LATIN_1 -> new String(octets, StandardCharsets.ISO_8859_1).replace("\0", "");
            case UCS_2 ->
                new String(octets, StandardCharsets.UTF_16BE).replace("\0", "").replace("\uFEFF", "");
        };
    }
}
