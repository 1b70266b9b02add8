package vn.canhbao.templates;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.canhbao.core.campaign.MessageClass;

/**
 * What an office sets for its templates.
 *
 * @param values of placeholders, by name, where the author says nothing: {@code co_quan} for instance
 * @param registration what an operator demands, by its code; an operator that is not named demands nothing
 */
@ConfigurationProperties("canhbao.templates")
public record TemplateSettings(Map<String, String> values, Map<String, Needs> registration) {

    public TemplateSettings {
        values = values == null ? Map.of() : Map.copyOf(values);
        registration = registration == null
                ? Map.of()
                : registration.entrySet().stream()
                        .collect(Collectors.toMap(
                                operator -> operator.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }

    /** Of a placeholder, or {@code null}; property keys lose capitals and underscores on their way here. */
    public String value(String name) {
        return values.entrySet().stream()
                .filter(value -> plain(value.getKey()).equals(plain(name)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * What an operator wants registered before it takes a message.
     *
     * @param senderId the classes for which it wants the sender id
     * @param template the classes for which it wants the text, so that only approved templates can be sent
     */
    public record Needs(Set<MessageClass> senderId, Set<MessageClass> template) {

        public Needs {
            senderId = senderId == null ? Set.of() : Set.copyOf(senderId);
            template = template == null ? Set.of() : Set.copyOf(template);
        }
    }
}
