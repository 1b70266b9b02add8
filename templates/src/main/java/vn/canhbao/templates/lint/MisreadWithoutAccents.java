package vn.canhbao.templates.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Words that read as something else without accents, where the text is sent so: a list, kept as data. */
@Component
class MisreadWithoutAccents implements LintRule {

    private static final String LIST = "misread.json";

    private final List<Misreading> misreadings;

    /**
     * A word and what it is taken for.
     *
     * @param word with its accents
     * @param reads what people read without them
     * @param better what to write instead
     */
    record Misreading(String word, String reads, String better) {

        private Pattern pattern() {
            return Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
    }

    MisreadWithoutAccents() {
        try (InputStream list = MisreadWithoutAccents.class.getResourceAsStream(LIST)) {
            misreadings = List.of(JsonMapper.builder().build().readValue(list, Misreading[].class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String code() {
        return "misread";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        List<Flaw> flaws = new ArrayList<>();
        if (text.isUnaccented()) {
            for (Misreading misreading : misreadings) {
                Matcher word = misreading.pattern().matcher(text.words());
                if (word.find()) {
                    flaws.add(new Flaw(
                            word.start(),
                            word.end(),
                            "không dấu, “" + misreading.word() + "” dễ đọc thành “" + misreading.reads()
                                    + "” (without accents it reads as something else)",
                            "viết “" + misreading.better() + "” (write this instead)"));
                }
            }
        }
        return flaws;
    }
}
