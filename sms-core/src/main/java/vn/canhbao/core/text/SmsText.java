package vn.canhbao.core.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text ready to be sent.
 *
 * @param text normalised to NFC, lines ended by LF, tabs as spaces, other control characters left out
 * @param encoding GSM-7 where every character is in it, else UCS-2
 * @param units septets (an escape pair is 2) or 16-bit units
 * @param segments the text of each segment, in order; no escape pair, surrogate pair is ever split
 */
public record SmsText(String text, SmsEncoding encoding, int units, List<String> segments) {

    /** Normalises, chooses the alphabet and cuts. An empty text is one empty segment. */
    public static SmsText of(String text) {
        String clean = Normalizer.normalize(withoutControls(text), Normalizer.Form.NFC);
        SmsEncoding encoding = GsmAlphabet.covers(clean) ? SmsEncoding.GSM_7 : SmsEncoding.UCS_2;
        return cut(clean, encoding, encoding.concatenated());
    }

    /** The same text in this alphabet, cut for segments that carry a UDH of so many octets where there are several. */
    public SmsText cut(SmsEncoding alphabet, int udhOctets) {
        return cut(text, alphabet, alphabet.beside(udhOctets));
    }

    /** The same text in this alphabet, uncut however long it is. */
    public SmsText uncut(SmsEncoding alphabet) {
        return new SmsText(text, alphabet, alphabet.units(text), List.of(text));
    }

    /** What goes on the wire for each segment, without UDH: unpacked septets or UTF-16BE. */
    public List<byte[]> octets() {
        return segments.stream().map(encoding::octets).toList();
    }

    /** The characters that make the whole message UCS-2, each once; empty for a GSM-7 text. */
    public List<String> forcingUcs2() {
        return GsmAlphabet.outside(text);
    }

    /** Units that still fit into the last segment. */
    public int unitsLeft() {
        int holds = segments.size() == 1 ? encoding.single() : encoding.concatenated();
        return holds - encoding.units(segments.getLast());
    }

    private static SmsText cut(String clean, SmsEncoding encoding, int unitsInEach) {
        int units = encoding.units(clean);
        List<String> segments = units <= encoding.single() ? List.of(clean) : pieces(clean, encoding, unitsInEach);
        return new SmsText(clean, encoding, units, segments);
    }

    // Whole characters only: 134 units can need three segments when an emoji stands on the seam.
    private static List<String> pieces(String text, SmsEncoding encoding, int unitsInEach) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = encoding.fitting(text, start, unitsInEach);
            segments.add(text.substring(start, end));
            start = end;
        }
        return List.copyOf(segments);
    }

    private static String withoutControls(String text) {
        if (isClean(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '\n', '\f' -> clean.append((char) codePoint);
                case '\r', '\u0085', '\u2028', '\u2029' -> clean.append('\n');
                case '\t', '\u000B' -> clean.append(' ');
                case '\uFEFF' -> {} // a byte order mark that came along with a file
                default -> {
                    if (isLoneSurrogate(codePoint)) {
                        clean.append('\uFFFD');
                    } else if (!Character.isISOControl(codePoint)) {
                        clean.appendCodePoint(codePoint);
                    }
                }
            }
        });
        return clean.toString();
    }

    // No streams here and in what it calls: a million personal texts go through it one by one.
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (needsCleaning(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean needsCleaning(char unit) {
        return Character.isISOControl(unit) && unit != '\n'
                || Character.isSurrogate(unit)
                || unit == '\u2028'
                || unit == '\u2029'
                || unit == '\uFEFF';
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    }
}
