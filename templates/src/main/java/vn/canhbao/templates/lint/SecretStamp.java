package vn.canhbao.templates.lint;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.SecretStampRule;

/** A stamp of secrecy (Law 117/2025/QH15), which the core refuses too. */
@Component
class SecretStamp implements LintRule {

    static final String CODE = "secret-stamp";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Severity usualSeverity() {
        return Severity.BLOCK;
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        return SecretStampRule.stamp(text.template().text())
                .map(stamp -> new Flaw(
                        stamp.start(),
                        stamp.end(),
                        "có dấu “" + stamp.group().strip() + "” (a stamp of secrecy)",
                        "bỏ nội dung mật, nội bộ: nó không được đi qua mạng viễn thông (remove it)"))
                .stream()
                .toList();
    }
}
