package vn.canhbao.templates.lint;

import java.util.List;
import org.springframework.stereotype.Component;

/** A text that asks for money. */
@Component
class AsksForMoney implements LintRule {

    private static final Demand DEMAND = new Demand(
            "(?:chuyen|nap|nop|dong|gui|thanh toan|tra)(?: \\S+){0,3}? (?:tien|phi|coc|khoan|phat|dong)|chuyen khoan|thanh toan|quyen gop|ung ho qua tai khoan|so tai khoan|stk|nop phat|dat coc|mua the cao|nap the|xin tien");

    @Override
    public String code() {
        return "asks-money";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        return DEMAND.in(text).stream()
                .map(
                        place -> new Flaw(
                                place[0],
                                place[1],
                                "tin bao đòi tiền, như tin lừa đảo (it asks for money, as fraud does)",
                                "bỏ lời đòi tiền; nếu cần, mời đến cơ quan làm việc trực tiếp (remove it; ask people to come in person)"))
                .toList();
    }
}
