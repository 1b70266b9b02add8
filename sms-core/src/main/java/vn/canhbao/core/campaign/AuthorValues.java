package vn.canhbao.core.campaign;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an author filled into a template, as its JSON column holds it. */
final class AuthorValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};

    private AuthorValues() {}

    /** {@code null} for none. */
    static String write(Map<String, String> values) {
        return values.isEmpty() ? null : JSON.writeValueAsString(values);
    }

    /** None for {@code null}. */
    static Map<String, String> read(String column) {
        return column == null ? Map.of() : JSON.readValue(column, BY_NAME);
    }
}
