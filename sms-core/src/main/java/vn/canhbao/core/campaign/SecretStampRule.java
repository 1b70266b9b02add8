package vn.canhbao.core.campaign;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Refuses texts that bear a stamp of secrecy (Law 117/2025/QH15): such a text may never reach a telecom network. */
@Component
class SecretStampRule implements TextRule {

    // Upper case only: "bảo mật" and "mật khẩu" are everyday words of these warnings, the stamps are not.
    private static final Pattern STAMP =
            Pattern.compile("(?<!\\p{L})(TUYỆT MẬT|TỐI MẬT|MẬT|LƯU HÀNH NỘI BỘ)(?!\\p{L})");

    @Override
    public List<String> problems(String text) {
        var stamp = STAMP.matcher(text);
        return stamp.find()
                ? List.of(
                        "có dấu “" + stamp.group()
                                + "”: hệ thống này không được gửi nội dung mật, nội bộ; bỏ nội dung đó (a secrecy stamp: remove it)")
                : List.of();
    }
}
