package vn.canhbao.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/** What people do with reports before they export them: begin one, edit its words. */
@Component
@Transactional
public class ReportDesk {

    private static final int LONGEST_SECTION = 10_000;

    private final ReportDrafts drafts;
    private final OfficeSettings office;
    private final AuditTrail audit;

    public ReportDesk(ReportDrafts drafts, OfficeSettings office, AuditTrail audit) {
        this.drafts = drafts;
        this.office = office;
        this.audit = audit;
    }

    /** A new report of a period with the usual words. */
    public ReportDraft begin(ReportPeriod period, String author) {
        long id = drafts.add(period, Skeleton.of(period, office), author);
        audit.record(author, "REPORT_BEGUN", "report " + id, period.text());
        return drafts.get(id);
    }

    /**
     * Changes the words; {@link InvalidInput} names every field that is wrong, {@link ConflictingState} says that somebody
     * else changed them first.
     */
    public ReportDraft edit(long id, int version, ReportDraft.Words words, String editor) {
        drafts.get(id);
        ReportDraft.Words tidy = tidy(words);
        List<FieldProblem> problems = problems(tidy);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        if (!drafts.change(id, version, tidy, editor)) {
            throw new ConflictingState(
                    "Người khác vừa sửa báo cáo này: hãy tải lại rồi sửa tiếp (somebody else changed it: load it again)");
        }
        audit.record(editor, "REPORT_EDITED", "report " + id, "version " + (version + 1));
        return drafts.get(id);
    }

    private static ReportDraft.Words tidy(ReportDraft.Words words) {
        List<List<String>> sections = words.sections() == null ? List.of() : words.sections();
        return new ReportDraft.Words(
                words.subject() == null ? "" : words.subject().strip(),
                tidy(words.addressees()),
                tidy(words.bases()),
                sections.stream().map(ReportDesk::tidy).toList(),
                tidy(words.receivers()),
                tidy(words.signerTitle()),
                words.signerName() == null ? "" : words.signerName().strip());
    }

    private static List<String> tidy(List<String> lines) {
        return lines == null
                ? List.of()
                : lines.stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static List<FieldProblem> problems(ReportDraft.Words words) {
        List<FieldProblem> problems = new ArrayList<>();
        length(problems, "subject", words.subject(), 1, 500);
        length(problems, "addressees", String.join("\n", words.addressees()), 1, 2000);
        length(problems, "bases", String.join("\n", words.bases()), 0, 4000);
        length(problems, "receivers", String.join("\n", words.receivers()), 0, 2000);
        length(problems, "signerTitle", String.join("\n", words.signerTitle()), 1, 500);
        length(problems, "signerName", words.signerName(), 0, 200);
        if (words.sections().size() != ReportDraft.HEADINGS.size()) {
            problems.add(new FieldProblem("sections", "phải có bốn phần I–IV (four sections are needed)"));
        }
        IntStream.range(0, words.sections().size()).forEach(i -> {
            String text = String.join("\n", words.sections().get(i));
            String field = "sections[" + i + "]";
            length(problems, field, text, 0, LONGEST_SECTION);
            SectionFigures.unknown(text)
                    .ifPresent(name -> problems.add(new FieldProblem(
                            field, "không có số liệu tên {" + name + "} (there is no figure of that name)")));
        });
        return problems;
    }

    private static void length(List<FieldProblem> problems, String field, String text, int least, int most) {
        if (text.length() < least) {
            problems.add(new FieldProblem(field, "không được để trống (must not be empty)"));
        } else if (text.length() > most) {
            problems.add(new FieldProblem(
                    field,
                    "dài " + text.length() + " ký tự, nhiều nhất " + most + " (at most " + most + " characters)"));
        }
    }
}
