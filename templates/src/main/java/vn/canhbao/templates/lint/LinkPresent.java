package vn.canhbao.templates.lint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * A link or domain, written openly, shortened, with its dots spelled out, or with letters of another script. Fraud carries
 * links, and people are told not to follow any: a warning has none.
 */
@Component
class LinkPresent implements LintRule {

    private static final String ENDINGS =
            "(?:com|net|org|info|biz|edu|gov|vn|asia|top|xyz|shop|store|site|online|club|vip|live|link|app|icu|cc|io|ly|me|gl|gg|gd|to|cn|ru|tk|ml|click|work|win|bet)";
    private static final String DOT = "(?:\\.|\\s*[(\\[]\\s*(?:\\.|cham|dot)\\s*[)\\]]\\s*|\\s+(?:cham|dot)\\s+)";
    private static final Pattern LINK =
            Pattern.compile("(?:https?|hxxps?)\\s*:\\s*/+\\S*|www\\.\\S+|(?<![\\p{L}\\p{N}@.-])(?:[\\p{L}\\p{N}-]+"
                    + DOT + ")+" + ENDINGS + "(?![\\p{L}\\p{N}])(?:/\\S*)?");
    // Small letters of other scripts, and dots, that look like Latin ones.
    private static final String LOOKS_LIKE = "аaвbсcеeнhіiјjкkмmоoрpѕsтtуyхxԁdԛqԝwɡgοoαaιiρpυuνvκkεeηnτt。.．.․.｡.";

    @Override
    public String code() {
        return "link";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        String seen = asSeen(text.folded().text());
        List<Flaw> flaws = new ArrayList<>();
        var link = LINK.matcher(seen);
        while (link.find()) {
            int from = text.folded().place(link.start());
            int to = text.folded().place(link.end());
            flaws.add(
                    new Flaw(
                            from,
                            to,
                            "có đường dẫn “" + text.words().substring(from, to) + "” (a link)",
                            "bỏ đường dẫn; nói người đọc tự mở kênh chính thức họ đã biết (remove it and name a channel that people already know)"));
        }
        return flaws;
    }

    // Letter by letter, so that places stay.
    private static String asSeen(String folded) {
        var seen = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            String letter = Normalizer.normalize(folded.substring(i, i + 1), Normalizer.Form.NFKC);
            char one = letter.length() == 1 ? Character.toLowerCase(letter.charAt(0)) : folded.charAt(i);
            int alike = LOOKS_LIKE.indexOf(one);
            seen.append(alike >= 0 && alike % 2 == 0 ? LOOKS_LIKE.charAt(alike + 1) : one);
        }
        return seen.toString();
    }
}
