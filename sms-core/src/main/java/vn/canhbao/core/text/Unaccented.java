package vn.canhbao.core.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Folding to "không dấu": each of the 134 accented Vietnamese letters becomes one ASCII letter, and the typography
 * that editors put in becomes what the GSM 7-bit alphabet has. It loses meaning (bán, bạn and ban are one word after
 * it): a person reads and approves the folded form. What has no plain form, an emoji for instance, stays.
 */
public final class Unaccented {

    private static final Map<Integer, String> PLAIN = plain();

    // Latin letters, the Vietnamese ones among them, and their punctuation: each folds by itself, whatever stands
    // beside it.
    private static final String[] LATIN = table(0, 0x250);
    private static final int FIRST_ADDITIONAL = 0x1E00;
    private static final String[] LATIN_ADDITIONAL = table(FIRST_ADDITIONAL, 0x1F00);

    private Unaccented() {}

    public static String of(String text) {
        var folded = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            String plain = latin(text.charAt(i));
            if (plain == null) {
                return ofAny(text);
            }
            folded.append(plain);
        }
        return folded.toString();
    }

    private static String latin(char unit) {
        if (unit < LATIN.length) {
            return LATIN[unit];
        }
        int place = unit - FIRST_ADDITIONAL;
        return place >= 0 && place < LATIN_ADDITIONAL.length ? LATIN_ADDITIONAL[place] : null;
    }

    private static String[] table(int from, int to) {
        String[] folded = new String[to - from];
        for (int unit = from; unit < to; unit++) {
            folded[unit - from] = ofAny(Character.toString(unit));
        }
        return folded;
    }

    private static String ofAny(String text) {
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(codePoint -> {
            if (codePoint < 0x80 && codePoint != '`' && codePoint != '\t') {
                folded.append((char) codePoint);
            } else if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
                String plain = PLAIN.get(codePoint);
                if (plain == null) {
                    folded.appendCodePoint(codePoint);
                } else {
                    folded.append(plain);
                }
            }
        });
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static Map<Integer, String> plain() {
        Map<Integer, String> plain = new HashMap<>();
        put(plain, "đðꝺ₫", "d");
        put(plain, "ĐÐ", "D");
        put(plain, "`´ʹʻʼˈ‘’‚‛‹›′‵＇", "'");
        put(plain, "“”„‟«»″‶＂", "\"");
        put(plain, "‐‑‒–—―−⁃﹣－", "-");
        put(plain, "•‣▪▫◦●○■□∙⋅·", "-");
        put(plain, "…", "...");
        put(plain, "×", "x");
        put(plain, "№", "No.");
        // No-break, figure, thin and ideographic spaces, and the tab.
        put(plain, "\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000", " ");
        put(plain, "\u2028\u2029\u0085", "\n");
        // Soft hyphen, zero-width characters, direction marks, byte order mark.
        put(
                plain,
                "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF",
                "");
        return plain;
    }

    private static void put(Map<Integer, String> plain, String characters, String replacement) {
        characters.codePoints().forEach(codePoint -> plain.put(codePoint, replacement));
    }
}
