package vn.canhbao.core.recipient;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.canhbao.core.text.Unaccented;

/** What somebody types into a search: words in any order, with or without accents. */
public final class SearchWords {

    private static final int NAME_LENGTH = 200;

    private final String folded;

    private SearchWords(String folded) {
        this.folded = folded;
    }

    /** {@code null} is nothing typed. */
    public static SearchWords of(String typed) {
        return new SearchWords(typed == null ? "" : folded(typed).strip());
    }

    /** A name as it is searched for: {@code nguyen van an}; cut where folding makes it longer than its column. */
    public static String folded(String name) {
        String folded = Unaccented.of(name).toLowerCase(Locale.ROOT);
        return folded.length() <= NAME_LENGTH ? folded : folded.substring(0, NAME_LENGTH);
    }

    public boolean isEmpty() {
        return folded.isEmpty();
    }

    /** The digits of a number, or of its beginning, with the country code; {@code null} where something else was typed. */
    String digits() {
        String digits = folded.replaceAll("[\\s.+-]", "");
        if (!digits.matches("[0-9]{3,15}")) {
            return null;
        }
        return digits.startsWith("0") ? "84" + digits.substring(1) : digits;
    }

    /** The words of a folded text, each once. */
    static Set<String> words(String folded) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(folded.split("\\s+")));
        words.remove("");
        return words;
    }

    /** As patterns for {@code LIKE … ESCAPE '!'}, each for what begins so. */
    List<String> beginnings() {
        return words(folded).stream()
                .map(word -> word.replaceAll("([!%_])", "!$1") + "%")
                .toList();
    }

    /** Whether every word is in a text. */
    public boolean areIn(String text) {
        String within = Unaccented.of(text).toLowerCase(Locale.ROOT);
        return words(folded).stream().allMatch(within::contains);
    }
}
