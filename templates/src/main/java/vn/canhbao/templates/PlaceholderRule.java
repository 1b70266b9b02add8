package vn.canhbao.templates;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.TextRule;
import vn.canhbao.core.recipient.RecipientColumns;

/** Refuses a text with a placeholder that nothing fills: it would reach people as it stands. */
@Component
class PlaceholderRule implements TextRule {

    private final RecipientColumns columns;

    PlaceholderRule(RecipientColumns columns) {
        this.columns = columns;
    }

    @Override
    public List<String> problems(String text) {
        TemplateText template = new TemplateText(text);
        Map<String, Integer> others = template.names().entrySet().stream()
                .filter(name -> !TemplateText.KNOWN.contains(name.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Set<String> known = others.isEmpty() ? Set.of() : columns.names();
        return Stream.concat(
                        template.problems().stream(),
                        others.entrySet().stream()
                                .filter(name -> !known.contains(name.getKey()))
                                .sorted(Map.Entry.comparingByValue())
                                .map(name -> unknown(name.getKey(), name.getValue(), known)))
                .toList();
    }

    private static String unknown(String name, int position, Set<String> known) {
        String usable = Stream.concat(
                        Stream.of("full_name", "unit"), known.stream().sorted())
                .map(one -> "{{" + one + "}}")
                .collect(Collectors.joining(", "));
        return "vị trí " + (position + 1) + ": không có trường {{" + name + "}}; dùng được " + usable
                + " (unknown placeholder; these exist: " + usable + ")";
    }
}
