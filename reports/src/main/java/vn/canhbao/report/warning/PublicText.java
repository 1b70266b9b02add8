package vn.canhbao.report.warning;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A campaign's text for everybody: "Quý vị" in place of a name, what people without a unit read, and an ellipsis for
 * anything else that only a recipient has a value for.
 */
final class PublicText {

    private static final String NAME = "full_name";
    private static final String EVERYBODY = "Quý vị";
    private static final String ANYTHING = "…";

    /** An innermost condition: {@code {{#unit}}…{{/unit}}} for those with a value, {@code {{^unit}}…} without. */
    private static final Pattern CONDITION = Pattern.compile(
            "\\{\\{\\s*([#^])\\s*([^{}]+?)\\s*}}((?:(?!\\{\\{\\s*[#^/]).)*)\\{\\{\\s*/\\s*\\2\\s*}}", Pattern.DOTALL);

    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}#^/]+?)\\s*}}");

    private PublicText() {}

    static String of(String text) {
        String shown = text;
        Matcher condition = CONDITION.matcher(shown);
        while (condition.find()) {
            boolean forThoseWith = condition.group(1).equals("#");
            String part = forThoseWith == condition.group(2).equals(NAME) ? condition.group(3) : "";
            shown = shown.substring(0, condition.start()) + part + shown.substring(condition.end());
            condition = CONDITION.matcher(shown);
        }
        return FIELD.matcher(shown).replaceAll(field -> field.group(1).equals(NAME) ? EVERYBODY : ANYTHING);
    }
}
