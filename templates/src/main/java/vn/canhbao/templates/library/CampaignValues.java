package vn.canhbao.templates.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.PlaceholderSource;
import vn.canhbao.templates.TemplateSettings;
import vn.canhbao.templates.TemplateText;
import vn.canhbao.templates.channel.ReportingChannels;

/** What stands for a text's placeholders in a campaign: the author's values, else the office's, else the defaults. */
@Component
public class CampaignValues {

    private final ReportingChannels channels;
    private final TemplateSettings settings;

    public CampaignValues(ReportingChannels channels, TemplateSettings settings) {
        this.channels = channels;
        this.settings = settings;
    }

    /**
     * A text with its values.
     *
     * @param problems values that are missing, out of bounds or of no placeholder
     */
    public record Filled(String text, List<FieldProblem> problems) {}

    /** What a placeholder is without the author's word, or {@code null}. */
    public String preset(Placeholder placeholder) {
        String ofOffice = settings.value(placeholder.name());
        return ofOffice == null ? placeholder.defaultValue() : ofOffice;
    }

    /** Every value of the author in a text that declares no placeholders is one too many. */
    public Filled fill(String text, List<Placeholder> declared, Map<String, String> given) {
        TemplateText template = new TemplateText(text);
        Map<String, String> values = new HashMap<>();
        Map<String, String> fallbacks = new HashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        channels.all().forEach(channel -> values.put(channel.placeholder(), channel.text()));
        for (Placeholder placeholder : declared) {
            if (placeholder.source() == PlaceholderSource.AUTHOR) {
                value(template, placeholder, given.get(placeholder.name()), values, problems);
            } else if (placeholder.defaultValue() != null) {
                fallbacks.put(placeholder.name(), placeholder.defaultValue());
            }
        }
        given.keySet().stream()
                .filter(name -> declared.stream()
                        .noneMatch(one -> one.name().equals(name) && one.source() == PlaceholderSource.AUTHOR))
                .sorted()
                .forEach(name -> problems.add(new FieldProblem(
                        field(name),
                        "mẫu không có trường này để điền; bỏ đi (no such placeholder to fill: leave it out)")));
        if (declared.isEmpty()) {
            template.names().keySet().stream()
                    .filter(name -> settings.value(name) != null)
                    .forEach(name -> values.putIfAbsent(name, settings.value(name)));
        }
        return new Filled(template.filled(values, fallbacks), problems);
    }

    private void value(
            TemplateText template,
            Placeholder placeholder,
            String given,
            Map<String, String> values,
            List<FieldProblem> problems) {
        String value = given == null || given.isBlank() ? preset(placeholder) : given.strip();
        if (value == null || value.isBlank()) {
            values.put(placeholder.name(), "");
            if (template.required().contains(placeholder.name())) {
                problems.add(new FieldProblem(
                        field(placeholder.name()), "điền “" + placeholder.labelOrName() + "” (a value is needed)"));
            }
            return;
        }
        placeholder
                .problem(value)
                .ifPresentOrElse(
                        problem -> problems.add(new FieldProblem(field(placeholder.name()), problem)),
                        () -> values.put(placeholder.name(), placeholder.asWritten(value)));
    }

    private static String field(String name) {
        return "values." + name;
    }
}
