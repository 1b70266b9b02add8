package vn.canhbao.templates;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text with placeholders and conditional parts: {@code Kính gửi {{full_name}}{{#unit}}, {{unit}}{{/unit}}: …}. Parsed
 * once, rendered for each recipient; values are put in as they are, never read for placeholders.
 */
public final class TemplateText {

    /** What every recipient has, or may have. */
    public static final Set<String> KNOWN = Set.of("full_name", "unit");

    private final String text;
    private final List<Part> parts;
    private final List<TextProblem> problems;

    public TemplateText(String text) {
        TextParser.Parsed parsed = new TextParser(text).parse();
        this.text = text;
        parts = parsed.parts();
        problems = parsed.problems();
    }

    public String text() {
        return text;
    }

    /** What can't be read, each in one line with its position and remedy; such a text is rendered as it stands. */
    public List<String> problems() {
        return problems.stream().map(TextProblem::message).toList();
    }

    /** Whether every recipient gets the same text. */
    public boolean isFixed() {
        return parts.stream().allMatch(Part.Words.class::isInstance);
    }

    /** The text for one recipient; a placeholder without a value becomes nothing. */
    public String render(Map<String, String> values) {
        var rendered = new StringBuilder(text.length() + 64);
        for (Part part : parts) {
            part.render(values, rendered);
        }
        return rendered.toString();
    }

    /** Every name in the text, of placeholders and of conditions, with its first position from 0. */
    public Map<String, Integer> names() {
        Map<String, Integer> names = new LinkedHashMap<>();
        collect(parts, names);
        return Collections.unmodifiableMap(names);
    }

    private static void collect(List<Part> parts, Map<String, Integer> names) {
        for (Part part : parts) {
            switch (part) {
                case Part.Words ignored -> {}
                case Part.Field field -> names.putIfAbsent(field.name(), field.position());
                case Part.Section section -> {
                    names.putIfAbsent(section.name(), section.position());
                    collect(section.parts(), names);
                }
            }
        }
    }

    /** The names that a recipient must have a value for: those of placeholders outside of a condition on the same name. */
    public Set<String> required() {
        Set<String> required = new LinkedHashSet<>();
        required(parts, Set.of(), required);
        return Collections.unmodifiableSet(required);
    }

    private static void required(List<Part> parts, Set<String> present, Set<String> required) {
        for (Part part : parts) {
            if (part instanceof Part.Field field && !present.contains(field.name())) {
                required.add(field.name());
            } else if (part instanceof Part.Section section) {
                Set<String> within = new LinkedHashSet<>(present);
                if (!section.forThoseWithout()) {
                    within.add(section.name());
                }
                required(section.parts(), within, required);
            }
        }
    }

    /** The names of placeholders that are shown with these values and have none of them. */
    public Set<String> missing(Map<String, String> values) {
        Set<String> missing = new LinkedHashSet<>();
        missing(parts, values, missing);
        return Collections.unmodifiableSet(missing);
    }

    private static void missing(List<Part> parts, Map<String, String> values, Set<String> missing) {
        for (Part part : parts) {
            if (part instanceof Part.Field field
                    && values.getOrDefault(field.name(), "").isBlank()) {
                missing.add(field.name());
            } else if (part instanceof Part.Section section && section.isShown(values.get(section.name()))) {
                missing(section.parts(), values, missing);
            }
        }
    }

    /** The names that conditions ask for. */
    Set<String> conditions() {
        Set<String> conditions = new LinkedHashSet<>();
        conditions(parts, conditions);
        return conditions;
    }

    private static void conditions(List<Part> parts, Set<String> conditions) {
        for (Part part : parts) {
            if (part instanceof Part.Section section) {
                conditions.add(section.name());
                conditions(section.parts(), conditions);
            }
        }
    }

    /**
     * The text with some values put in for good and the other placeholders left for the recipients.
     *
     * @param fallbacks what those read who have no value: {@code {{unit}}} becomes a condition with both cases
     */
    public String filled(Map<String, String> values, Map<String, String> fallbacks) {
        if (!problems.isEmpty()) {
            return text;
        }
        var filled = new StringBuilder(text.length() + 64);
        fill(parts, values, fallbacks, filled);
        return filled.toString();
    }

    private static void fill(
            List<Part> parts, Map<String, String> values, Map<String, String> fallbacks, StringBuilder to) {
        for (Part part : parts) {
            switch (part) {
                case Part.Words words -> to.append(words.text());
                case Part.Field(String name, int ignored) -> {
                    String own = "{{" + name + "}}";
                    if (values.containsKey(name)) {
                        to.append(values.get(name));
                    } else if (fallbacks.containsKey(name)) {
                        to.append("{{#" + name + "}}" + own + "{{/" + name + "}}{{^" + name + "}}" + fallbacks.get(name)
                                + "{{/" + name + "}}");
                    } else {
                        to.append(own);
                    }
                }
                case Part.Section section -> {
                    boolean decided = values.containsKey(section.name());
                    if (!decided) {
                        to.append(section.forThoseWithout() ? "{{^" : "{{#")
                                .append(section.name())
                                .append("}}");
                    }
                    if (!decided || section.isShown(values.get(section.name()))) {
                        fill(section.parts(), values, fallbacks, to);
                    }
                    if (!decided) {
                        to.append("{{/").append(section.name()).append("}}");
                    }
                }
            }
        }
    }
}
