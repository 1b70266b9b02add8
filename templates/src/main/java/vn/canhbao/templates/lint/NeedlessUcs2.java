package vn.canhbao.templates.lint;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.canhbao.core.text.GsmAlphabet;
import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.core.text.Unaccented;

/** One or two characters that make the whole message UCS-2: 70 characters in a segment instead of 160. */
@Component
class NeedlessUcs2 implements LintRule {

    private static final int FEW = 2;

    @Override
    public String code() {
        return "ucs2";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        if (!text.isAccented() && !text.isUnaccented()) {
            return List.of();
        }
        UnaryOperator<String> form = text.isUnaccented() ? Unaccented::of : UnaryOperator.identity();
        List<String> forcing = GsmAlphabet.outside(form.apply(text.words()));
        if (forcing.isEmpty() || forcing.size() > FEW) {
            return List.of();
        }
        int place = forcing.stream()
                .mapToInt(text.words()::indexOf)
                .filter(found -> found >= 0)
                .min()
                .orElse(0);
        int end = place + Character.charCount(text.words().codePointAt(place));
        String characters = forcing.stream().collect(Collectors.joining("”, “", "“", "”"));
        return List.of(new Flaw(
                place,
                end,
                "cả tin thành UCS-2 (" + SmsEncoding.UCS_2.single() + " ký tự một đoạn) chỉ vì " + characters
                        + " (these characters alone force UCS-2)",
                "bỏ hoặc thay ký tự đó (remove or replace them)"));
    }
}
