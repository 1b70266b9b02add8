package vn.canhbao.core.campaign;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Refuses texts that bear a stamp of secrecy (Law 117/2025/QH15): such a text may never reach a telecom network. */
@Component
public class SecretStampRule implements TextRule {

    // Upper case only: "bảo mật" and "mật khẩu" are everyday words of these warnings, the stamps are not. Folded, MAT
    // alone is as well "mất", so it counts only where it stands apart, as a stamp does.
    private static final Pattern STAMP = Pattern.compile(
            "(?<!\\p{L})(?:TUYỆT MẬT|TỐI MẬT|MẬT|TUYET MAT|TOI MAT|(?i:L[ƯU]U H[ÀA]NH N[ỘO]I B[ỘO]))(?!\\p{L})"
                    + "|(?<=\\()MAT(?=\\))|^\\s*MAT\\s*$",
            Pattern.MULTILINE | Pattern.UNICODE_CASE);

    /** The first stamp in a text, with its place in the text's NFC form. */
    public static Optional<MatchResult> stamp(String text) {
        return STAMP.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .results()
                .findFirst();
    }

    @Override
    public List<String> problems(String text) {
        return stamp(text).map(SecretStampRule::problem).stream().toList();
    }

    /** What is wrong with a text that bears this stamp, and what to do. */
    public static String problem(MatchResult stamp) {
        return "có dấu “" + stamp.group().strip()
                + "”: hệ thống này không được gửi nội dung mật, nội bộ; bỏ nội dung đó (a secrecy stamp: remove it)";
    }
}
