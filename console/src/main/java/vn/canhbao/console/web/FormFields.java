package vn.canhbao.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.DataBinder;

/**
 * The fields of a form as they were typed, to be kept and read again.
 *
 * @param fields without the token of the page that they came from
 */
record FormFields(Map<String, List<String>> fields) {

    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "key", "campaignId", "after", "next");

    static FormFields of(MultiValueMap<String, String> posted) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        posted.forEach((name, values) -> {
            if (!OF_THE_PAGE.contains(name)) {
                typed.put(name, List.copyOf(values));
            }
        });
        return new FormFields(typed);
    }

    /** The values of a template's fields among them. */
    Map<String, String> templateValues() {
        return TemplateChoice.values(fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().getFirst())));
    }

    /** As a posted form would be read; what can't be read is left out. */
    <T> T as(Class<T> form, ConversionService conversion) {
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(form));
        binder.setConversionService(conversion);
        binder.construct(new DataBinder.ValueResolver() {
            @Override
            public Object resolveValue(String name, Class<?> type) {
                List<String> values = fields.get(name);
                return values == null || values.isEmpty()
                        ? null
                        : values.size() == 1 ? values.getFirst() : values.toArray(String[]::new);
            }

            @Override
            public Set<String> getNames() {
                return fields.keySet();
            }
        });
        return form.cast(binder.getTarget());
    }
}
