package vn.canhbao.templates.lint;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.SenderId;

/** A sender id that no operator takes (Decree 91/2020/NĐ-CP, Art. 23). */
@Component
class LongSenderId implements LintRule {

    @Override
    public String code() {
        return "sender-id";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        if (text.senderId() == null || text.senderId().length() <= SenderId.LONGEST) {
            return List.of();
        }
        return List.of(Flaw.ofAll(
                "tên người gửi “" + text.senderId() + "” dài " + text.senderId().length()
                        + " ký tự (the sender id is too long)",
                "nhiều nhất " + SenderId.LONGEST + " ký tự, đúng tên đã đăng ký (at most " + SenderId.LONGEST
                        + " characters, as registered)"));
    }
}
