package vn.canhbao.templates.lint;

import java.util.List;
import org.springframework.stereotype.Component;

/** A text that asks for an answer. */
@Component
class AsksForReply implements LintRule {

    private static final Demand DEMAND = new Demand(
            "(?:tra loi|phan hoi|hoi dap|nhan lai|reply|rep)(?: \\S+){0,2}? (?:tin|sms|nay|lai|yes|y|ok|co)|nhan tin lai|goi lai (?:so|ngay) nay|soan tin(?: \\S+){0,3}? tra loi");

    @Override
    public String code() {
        return "asks-reply";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        return DEMAND.in(text).stream()
                .map(
                        place -> new Flaw(
                                place[0],
                                place[1],
                                "tin bảo người nhận trả lời (it asks for an answer)",
                                "brandname không nhận trả lời: chỉ tới kênh đã biết; chỉ giữ khi đã có đầu số nhận tin (a brandname takes no answers: name a known channel)"))
                .toList();
    }
}
