package vn.canhbao.templates.lint;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * A text that doesn't say who sends it. The office stands at the beginning, before "cảnh báo", "khuyến cáo", "thông báo" or
 * a colon, or at the end; an office named in between is mostly one that fraudsters pretend to be.
 */
@Component
class NoIssuingOffice implements LintRule {

    /** The placeholder of the issuing office in the shipped texts. */
    static final String OFFICE = "co_quan";

    private static final String OFFICES =
            "(?:cong an|ca tinh|ubnd|uy ban|van phong|so (?:khcn|kh|thong tin|khoa hoc|cong thuong|y te|giao duc|noi vu|tai chinh)|cuc|bo|trung tam|phong|ban chi dao|hoi dong|co quan|chi cuc|vien|toa an|bhxh|bao hiem xa hoi|ngan hang|benh vien|truong|dien luc|ngan hang nha nuoc)\\b";
    private static final Pattern AT_THE_BEGINNING = Pattern.compile("^\\W*" + OFFICES
            + "[^.!?;:]{0,60}?(?::|\\b(?:canh bao|khuyen cao|thong bao|luu y|thong tin|nhac|de nghi|xin))");
    private static final Pattern AT_THE_END = Pattern.compile("[.!?;(\\n-]\\W*" + OFFICES + "[^.!?;:]{0,40}[.)!\\s]*$");

    @Override
    public String code() {
        return "office";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        boolean named = text.template().names().containsKey(OFFICE)
                || text.folded().matcher(AT_THE_BEGINNING).find()
                || text.folded().matcher(AT_THE_END).find();
        return named
                ? List.of()
                : List.of(Flaw.ofAll(
                        "chưa nêu cơ quan ban hành (it doesn't say which office warns)",
                        "mở đầu bằng tên cơ quan, ví dụ “{{" + OFFICE
                                + "}} cảnh báo: …” (begin with the office's name)"));
    }
}
