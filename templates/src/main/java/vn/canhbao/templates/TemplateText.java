package vn.canhbao.templates;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders: {@code Kính gửi {{full_name}}, {{unit}}: …}. */
public record TemplateText(String text) {

    /** What a message may say of its recipient. */
    public static final Set<String> KNOWN = Set.of("full_name", "unit");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /** Whether every recipient gets the same text. */
    public boolean isFixed() {
        return !PLACEHOLDER.matcher(text).find();
    }

    /** Placeholders that nothing fills, in their order. */
    public Set<String> unknown() {
        Set<String> unknown = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (!KNOWN.contains(matcher.group(1))) {
                unknown.add(matcher.group(1));
            }
        }
        return unknown;
    }

    /** The text for one recipient; a placeholder without a value becomes nothing. */
    public String render(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
