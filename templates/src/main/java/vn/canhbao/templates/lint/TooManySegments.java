package vn.canhbao.templates.lint;

import java.util.List;
import org.springframework.stereotype.Component;

/** A message that can become longer than the office pays for. */
@Component
class TooManySegments implements LintRule {

    private final int most;

    TooManySegments(LintSettings settings) {
        most = settings.maxSegments();
    }

    @Override
    public String code() {
        return "segments";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        int segments = text.longest().segments().size();
        if (segments <= most || !text.isAccented() && !text.isUnaccented()) {
            return List.of();
        }
        return List.of(
                Flaw.ofAll(
                        "tin có thể dài " + segments + " đoạn, nhiều nhất nên " + most + " (up to " + segments
                                + " segments, at most " + most + ")",
                        text.isAccented()
                                ? "rút gọn, hoặc gửi không dấu: mỗi đoạn được 153 thay vì 67 ký tự (shorten it, or send it unaccented: 153 characters a segment instead of 67)"
                                : "rút gọn, hoặc giảm độ dài cho phép của các trường (shorten it, or the bounds of its placeholders)"));
    }
}
