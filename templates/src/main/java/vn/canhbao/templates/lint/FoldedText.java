package vn.canhbao.templates.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.canhbao.core.text.Unaccented;

/** A text without accents in small letters, every place of which is known in the text itself. */
final class FoldedText {

    private final String folded;
    private final List<Integer> places = new ArrayList<>();

    FoldedText(String text) {
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String plain = Unaccented.of(text.substring(i, i + 1)).toLowerCase(Locale.ROOT);
            for (int k = 0; k < plain.length(); k++) {
                places.add(i);
            }
            letters.append(plain);
        }
        places.add(text.length());
        folded = letters.toString();
    }

    String text() {
        return folded;
    }

    /** Where a place of the folded text is in the text. */
    int place(int inFolded) {
        return places.get(inFolded);
    }

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(folded);
    }
}
