package vn.canhbao.core.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038 §6.2.1), one septet per octet: that is how
 * SMPP carries it under data_coding 0. There is no national shift table for Vietnamese.
 */
public final class GsmAlphabet {

    private static final char ESCAPE = '\u001B';

    private static final String DEFAULT_TABLE = "@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞ" + ESCAPE + "ÆæßÉ"
            + " !\"#¤%&'()*+,-./"
            + "0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNO"
            + "PQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmno"
            + "pqrstuvwxyzäöñüà";

    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    /** The code of each character below U+0400; {@code -1}: not in the default table. */
    private static final byte[] CODES = codes();

    private GsmAlphabet() {}

    /** Septets that a character takes: 1, 2 in the extension table, 0 where the alphabet doesn't have it. */
    public static int septets(int codePoint) {
        if (codePoint < CODES.length && CODES[codePoint] >= 0) {
            return 1;
        }
        return EXTENDED.indexOf(codePoint) >= 0 ? 2 : 0;
    }

    /** Whether every character of the text is in the alphabet. */
    public static boolean covers(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (septets(text.charAt(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The characters of the text that are not in the alphabet, each once, in the order in which they appear. */
    public static List<String> outside(String text) {
        return text.codePoints()
                .filter(codePoint -> septets(codePoint) == 0)
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    /**
     * One octet per septet.
     *
     * @throws IllegalArgumentException for a character that is not in the alphabet
     */
    public static byte[] encode(String text) {
        var octets = new ByteArrayOutputStream(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (septets(unit)) {
                case 1 -> octets.write(CODES[unit]);
                case 2 -> {
                    octets.write(ESCAPE);
                    octets.write(EXTENDED_CODES[EXTENDED.indexOf(unit)]);
                }
                default ->
                    throw new IllegalArgumentException("U+%04X is not in the GSM 7-bit alphabet".formatted((int) unit));
            }
        }
        return octets.toByteArray();
    }

    /**
     * Eight septets in seven octets, the first in the lowest bits (3GPP TS 23.038 §6.1.2.1).
     *
     * @param octetsBefore of the UDH: the first septet begins at the next multiple of 7 bits after it (TS 23.040
     *     §9.2.3.24)
     */
    public static byte[] pack(byte[] septets, int octetsBefore) {
        int fillBits = (7 - octetsBefore * 8 % 7) % 7;
        int bits = fillBits + septets.length * 7;
        byte[] packed = new byte[(bits + 7) / 8];
        for (int i = 0; i < septets.length; i++) {
            put(packed, fillBits + i * 7, septets[i]);
        }
        // SMPP counts octets: seven bits left over would be read as one more septet, 0, which is "@". As in §6.1.2.3.1
        // a CR takes its place.
        if (packed.length * 8 - bits == 7) {
            put(packed, bits, (byte) '\r');
        }
        return packed;
    }

    private static void put(byte[] packed, int bit, byte septet) {
        int shifted = septet << bit % 8;
        packed[bit / 8] |= (byte) shifted;
        if (shifted > 0xFF) {
            packed[bit / 8 + 1] |= (byte) (shifted >> 8);
        }
    }

    /** The septets of packed octets, one octet each; a CR that only fills the last octet is none. */
    public static byte[] unpack(byte[] packed, int octetsBefore) {
        int fillBits = (7 - octetsBefore * 8 % 7) % 7;
        int bits = Math.max(0, packed.length * 8 - fillBits);
        byte[] septets = new byte[bits / 7];
        for (int i = 0; i < septets.length; i++) {
            int bit = fillBits + i * 7;
            int next = bit / 8 + 1 < packed.length ? packed[bit / 8 + 1] & 0xFF : 0;
            septets[i] = (byte) (((packed[bit / 8] & 0xFF | next << 8) >> bit % 8) & 0x7F);
        }
        boolean filled = septets.length > 0 && bits % 7 == 0 && septets[septets.length - 1] == '\r';
        return filled ? Arrays.copyOf(septets, septets.length - 1) : septets;
    }

    /**
     * The text of unpacked septets. As TS 23.038 asks of a phone, an unknown extension code shows the character of the
     * default table; an octet over 127 becomes U+FFFD.
     */
    public static String decode(byte[] octets) {
        var text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == ESCAPE && i + 1 < octets.length) {
                int extended = Arrays.binarySearch(EXTENDED_CODES, octets[i + 1]);
                if (extended >= 0) {
                    text.append(EXTENDED.charAt(extended));
                    i++;
                }
            } else if (octets[i] == ESCAPE) {
                text.append(' ');
            } else {
                text.append(octets[i] < 0 ? '\uFFFD' : DEFAULT_TABLE.charAt(octets[i]));
            }
        }
        return text.toString();
    }

    private static byte[] codes() {
        byte[] codes = new byte[0x400];
        Arrays.fill(codes, (byte) -1);
        for (int code = 0; code < DEFAULT_TABLE.length(); code++) {
            codes[DEFAULT_TABLE.charAt(code)] = (byte) code;
        }
        codes[ESCAPE] = -1;
        return codes;
    }
}
