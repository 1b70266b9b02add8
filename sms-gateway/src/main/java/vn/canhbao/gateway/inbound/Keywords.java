package vn.canhbao.gateway.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.canhbao.core.text.Unaccented;

/**
 * Words that a text may begin with, compared without case, accents, spaces and punctuation. In the middle of a sentence
 * they mean nothing: "tôi không từ chối" does not begin with "từ chối".
 */
final class Keywords {

    private final Set<String> words;
    private final int longest;

    Keywords(List<String> words) {
        this.words = words.stream()
                .map(word -> String.join("", tokens(word)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        longest = this.words.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Whether the first words of the text, or all of it, are one of them. */
    boolean begin(String text) {
        return standAt(tokens(text), 0);
    }

    /** Whether one of them is anywhere in the text. */
    boolean areIn(String text) {
        List<String> tokens = tokens(text);
        for (int at = 0; at < tokens.size(); at++) {
            if (standAt(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean standAt(List<String> tokens, int at) {
        var joined = new StringBuilder();
        for (int i = at; i < tokens.size() && joined.length() < longest; i++) {
            joined.append(tokens.get(i));
            if (words.contains(joined.toString())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tokens(String text) {
        return List.of(Unaccented.of(text).toUpperCase(Locale.ROOT).split("[^A-Z0-9]+")).stream()
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
