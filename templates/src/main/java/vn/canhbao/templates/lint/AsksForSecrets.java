package vn.canhbao.templates.lint;

import java.util.List;
import org.springframework.stereotype.Component;

/** A text that asks for a code, a password or papers. */
@Component
class AsksForSecrets implements LintRule {

    private static final Demand DEMAND = new Demand(
            "(?:cung cap|gui|nhap|doc|cho biet|khai bao|khai|dien|bao|chup|xac nhan|cap nhat|tra loi)(?: \\S+){0,4}? (?:otp|ma xac thuc|ma xac nhan|mat khau|ma pin|cvv|so the|cccd|can cuoc|so tai khoan|thong tin ca nhan|sinh trac)");

    @Override
    public String code() {
        return "asks-secret";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        return DEMAND.in(text).stream()
                .map(
                        place -> new Flaw(
                                place[0],
                                place[1],
                                "tin hỏi mã, mật khẩu hoặc giấy tờ, như tin lừa đảo (it asks for a code, a password or papers, as fraud does)",
                                "bỏ lời hỏi; không tin cảnh báo nào được hỏi những thứ ấy (remove it: no warning ever asks for these)"))
                .toList();
    }
}
