package vn.canhbao.scheduler.prepare;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.templates.TemplateText;

/** A campaign's text as each recipient gets it. */
class PersonalText {

    /** What the text column of a message holds. */
    static final int LONGEST = 2_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}#/^]*?)\\s*}}");
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> COLUMNS = new TypeReference<>() {};

    private final TemplateText template;
    private final TextForm form;
    private final int mostSegments;
    private final Set<String> placeholders;
    private final boolean usesColumns;
    // A text without placeholders is the same for all: normalised and counted once.
    private final Made fixed;

    PersonalText(String text, TextForm form, int mostSegments) {
        this.template = new TemplateText(text);
        this.form = form;
        this.mostSegments = mostSegments;
        placeholders = PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        usesColumns = placeholders.stream().anyMatch(name -> !name.equals("full_name") && !name.equals("unit"));
        fixed = template.isFixed() ? made(text, null) : null;
    }

    /**
     * A text as made for a recipient.
     *
     * @param sms the text, also where it can't be sent; never longer than a message holds
     * @param problem why it can't be sent, or {@code null}
     */
    record Made(SmsText sms, String problem) {}

    Made of(Member member) {
        if (fixed != null) {
            return fixed;
        }
        Map<String, String> values = values(member);
        return made(template.render(values), missing(values));
    }

    private Made made(String rendered, String missing) {
        SmsText sms = SmsText.of(form == TextForm.UNACCENTED ? Unaccented.of(rendered) : rendered);
        if (sms.text().length() > LONGEST) {
            String problem = "tin dài " + sms.text().length() + " ký tự, nhiều nhất " + LONGEST + " (text too long)";
            return new Made(SmsText.of(sms.text().substring(0, LONGEST - 1)), problem);
        }
        if (missing == null && sms.segments().size() > mostSegments) {
            int segments = sms.segments().size();
            return new Made(
                    sms,
                    "tin dài " + segments + " đoạn, nhiều nhất " + mostSegments + " (" + segments
                            + " segments, at most " + mostSegments + ")");
        }
        return new Made(sms, missing);
    }

    private String missing(Map<String, String> values) {
        List<String> names = placeholders.stream()
                .filter(name -> values.getOrDefault(name, "").isBlank())
                .toList();
        return names.isEmpty()
                ? null
                : "người nhận không có " + String.join(", ", names) + " (no value of the recipient)";
    }

    private Map<String, String> values(Member member) {
        Map<String, String> values = new HashMap<>();
        if (usesColumns && member.attributes() != null) {
            columns(member.attributes()).forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value.toString());
                }
            });
        }
        values.put("full_name", member.fullName());
        if (member.unit() != null) {
            values.put("unit", member.unit());
        }
        return values;
    }

    private static Map<String, Object> columns(String json) {
        try {
            return JSON.readValue(json, COLUMNS);
        } catch (JacksonException notAnObject) {
            return Map.of();
        }
    }
}
