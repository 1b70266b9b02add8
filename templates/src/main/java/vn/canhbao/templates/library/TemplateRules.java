package vn.canhbao.templates.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.TemplateText;
import vn.canhbao.templates.channel.ReportingChannel;
import vn.canhbao.templates.channel.ReportingChannels;
import vn.canhbao.templates.lint.Finding;
import vn.canhbao.templates.lint.LintedText;
import vn.canhbao.templates.lint.Linter;

/** What a template must be before it is stored, and what the linter says of it. */
@Component
public class TemplateRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;

    private final Topics topics;
    private final ReportingChannels channels;
    private final Linter linter;

    public TemplateRules(Topics topics, ReportingChannels channels, Linter linter) {
        this.topics = topics;
        this.channels = channels;
        this.linter = linter;
    }

    /** Every field that is wrong, with its remedy; blocking findings are among them. */
    public List<FieldProblem> problems(TemplateDraft draft) {
        List<FieldProblem> problems = new ArrayList<>();
        if (draft.code() == null || !draft.code().matches("[A-Za-z0-9_-]{1,50}")) {
            problems.add(new FieldProblem(
                    "code", "mã mẫu 1 đến 50 chữ không dấu, số, '-', '_' (a code of letters, digits, - and _)"));
        }
        if (draft.name() == null || draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            problems.add(
                    new FieldProblem("name", "nhập tên mẫu, nhiều nhất 200 ký tự (a name, at most 200 characters)"));
        }
        if (draft.messageClass() == null) {
            problems.add(new FieldProblem("messageClass", "chọn CANH_BAO, TUYEN_TRUYEN hoặc DIEU_HANH (choose one)"));
        }
        if (draft.topic() != null && !topics.all().containsKey(draft.topic())) {
            problems.add(new FieldProblem(
                    "topic",
                    "không có chủ đề này; có " + String.join(", ", topics.all().keySet()) + " (no such topic)"));
        }
        List<FieldProblem> declarations = PlaceholderDeclarations.problems(draft.placeholders());
        problems.addAll(declarations);
        problems.addAll(textProblems("text", draft.text(), draft.placeholders(), declarations.isEmpty()));
        if (draft.unaccented() != null) {
            problems.addAll(
                    textProblems("unaccented", draft.unaccented(), draft.placeholders(), declarations.isEmpty()));
        }
        return problems;
    }

    private List<FieldProblem> textProblems(String field, String text, List<Placeholder> declared, boolean lint) {
        if (text == null || text.isBlank()) {
            return List.of(new FieldProblem(field, "thiếu nội dung mẫu (the text is needed)"));
        }
        if (text.length() > LONGEST_TEXT) {
            return List.of(new FieldProblem(
                    field, "dài " + text.length() + " ký tự, nhiều nhất 2000; rút gọn (at most 2000 characters)"));
        }
        TemplateText parsed = new TemplateText(text);
        Set<String> known = known(declared);
        Stream<String> unknown = parsed.names().entrySet().stream()
                .filter(name -> !known.contains(name.getKey()))
                .map(name -> unknown(name, known));
        List<String> unreadable =
                Stream.concat(parsed.problems().stream(), unknown).toList();
        Stream<String> found = lint && unreadable.isEmpty()
                ? Linter.blocking(findings(text, declared, null)).stream().map(Finding::line)
                : Stream.empty();
        return Stream.concat(unreadable.stream(), found)
                .map(problem -> new FieldProblem(field, problem))
                .toList();
    }

    private static String unknown(Map.Entry<String, Integer> name, Set<String> known) {
        String usable = known.stream().map(one -> "{{" + one + "}}").collect(Collectors.joining(", "));
        return "vị trí " + (name.getValue() + 1) + ": chưa khai báo trường {{" + name.getKey()
                + "}}; khai báo nó cùng mẫu, hoặc dùng " + usable
                + " (unknown placeholder: declare it beside the text)";
    }

    private Set<String> known(List<Placeholder> declared) {
        return Stream.of(
                        declared.stream().map(Placeholder::name),
                        TemplateText.KNOWN.stream().sorted(),
                        channels.all().stream().map(ReportingChannel::placeholder))
                .flatMap(names -> names)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** What the linter says of the wording without accents, the one that is read wrong, and of the accented one's words. */
    public List<Finding> findings(String text, String unaccented, List<Placeholder> declared) {
        List<Finding> findings =
                findings(unaccented == null || unaccented.isBlank() ? text : unaccented, declared, TextForm.UNACCENTED);
        return unaccented == null || unaccented.isBlank()
                ? findings
                : Stream.concat(
                                findings.stream(),
                                findings(text, declared, null).stream()
                                        .filter(finding -> findings.stream()
                                                .noneMatch(other -> other.rule().equals(finding.rule()))))
                        .toList();
    }

    private List<Finding> findings(String text, List<Placeholder> declared, TextForm form) {
        return linter.findings(new LintedText(text, ChannelPlaceholders.with(declared, channels.all()), form, null));
    }
}
