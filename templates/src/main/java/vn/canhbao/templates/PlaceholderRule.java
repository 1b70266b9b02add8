package vn.canhbao.templates;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.TextRule;

/** Refuses a text with a placeholder that nothing fills: it would reach people as it stands. */
@Component
class PlaceholderRule implements TextRule {

    @Override
    public List<String> problems(String text) {
        return new TemplateText(text)
                .unknown().stream()
                        .map(name -> "không có trường {{" + name + "}}; dùng được {{full_name}}, {{unit}}"
                                + " (unknown placeholder; {{full_name}} and {{unit}} exist)")
                        .toList();
    }
}
