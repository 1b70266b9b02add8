package vn.canhbao.scheduler.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.canhbao.core.text.FormulaGuard;

/** Text of a file's cells as we keep it, and as we compare column names. */
final class Wording {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]");

    private Wording() {}

    /**
     * NFC (macOS writes NFD), one space between words, nothing invisible, no apostrophe against formulas: one name is one
     * unit.
     */
    static String clean(String cell) {
        if (isClean(cell)) {
            return cell;
        }
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(FormulaGuard.plain(cell), Normalizer.Form.NFC))
                .replaceAll("");
        return BLANKS.matcher(visible).replaceAll(" ").strip();
    }

    // Most cells are; asking costs a tenth of cleaning.
    private static boolean isClean(String cell) {
        boolean blank = true;
        for (int at = 0; at < cell.length(); at++) {
            char letter = cell.charAt(at);
            boolean space = letter == ' ';
            boolean plain = letter > ' ' && letter < 0x7F && letter != '\''
                    || letter >= 0xC0 && letter < 0x300
                    || letter >= 0x1EA0 && letter < 0x1F00;
            if (!plain && (!space || blank)) {
                return false;
            }
            blank = space;
        }
        return cell.isEmpty() || !blank;
    }

    /** Small unaccented letters and digits only: {@code Số điện thoại} and {@code so_dien_thoai} are equal. */
    static String folded(String name) {
        String small = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String unaccented = ACCENTS.matcher(small).replaceAll("").replace('đ', 'd');
        return NEITHER_LETTER_NOR_DIGIT.matcher(unaccented).replaceAll("");
    }
}
