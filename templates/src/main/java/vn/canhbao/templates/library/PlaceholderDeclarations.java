package vn.canhbao.templates.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.PlaceholderSource;
import vn.canhbao.templates.PlaceholderType;
import vn.canhbao.templates.channel.ReportingChannel;

/** Whether the placeholders declared beside a template make sense. */
final class PlaceholderDeclarations {

    private static final int MOST = 30;
    private static final int LONGEST_VALUE = 500;

    private PlaceholderDeclarations() {}

    static List<FieldProblem> problems(List<Placeholder> placeholders) {
        List<FieldProblem> problems = new ArrayList<>();
        if (placeholders.size() > MOST) {
            problems.add(new FieldProblem("placeholders", "nhiều nhất " + MOST + " trường (at most " + MOST + ")"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < placeholders.size(); i++) {
            Placeholder one = placeholders.get(i);
            String field = "placeholders[" + i + "].";
            if (one.name() == null
                    || !one.name().matches("[\\p{L}\\p{N}_][^{}#^/]{0,49}")
                    || one.name().startsWith(ReportingChannel.PREFIX)) {
                problems.add(
                        new FieldProblem(
                                field + "name",
                                "tên trường 1 đến 50 chữ, số, gạch dưới; “kenh.” dành cho kênh tiếp nhận (a name of letters, digits, _; “kenh.” is the channels')"));
                continue;
            }
            if (!seen.add(one.name())) {
                problems.add(new FieldProblem(field + "name", "trường này đã khai báo (declared twice)"));
            }
            bounds(problems, field, one);
        }
        return problems;
    }

    private static void bounds(List<FieldProblem> problems, String field, Placeholder one) {
        if (one.longestLength() < 1 || one.longestLength() > LONGEST_VALUE) {
            problems.add(new FieldProblem(field + "maxLength", "từ 1 đến 500 (from 1 to 500)"));
            return;
        }
        if (one.source() == PlaceholderSource.RECIPIENT && one.type() != PlaceholderType.TEXT) {
            problems.add(
                    new FieldProblem(field + "type", "giá trị của người nhận là TEXT (values of recipients are TEXT)"));
        }
        if (one.min() != null && one.max() != null && one.min().compareTo(one.max()) > 0) {
            problems.add(new FieldProblem(field + "min", "lớn hơn max; đổi chỗ hai giá trị (greater than max)"));
        }
        if (one.type() == PlaceholderType.CHOICE && one.options().isEmpty()) {
            problems.add(new FieldProblem(field + "options", "nêu các lựa chọn (name the options)"));
        }
        if (one.defaultValue() != null) {
            one.problem(one.defaultValue())
                    .ifPresent(problem -> problems.add(new FieldProblem(field + "defaultValue", problem)));
        }
    }
}
