package vn.canhbao.core.campaign;

import tools.jackson.databind.json.JsonMapper;

/** Narrowings and audience definitions as JSON columns hold them. */
public final class NarrowingJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NarrowingJson() {}

    /** {@code null} for a narrowing that is none. */
    public static String write(Narrowing narrowing) {
        return narrowing == null || narrowing.isEmpty() ? null : JSON.writeValueAsString(narrowing);
    }

    /** {@code null} is no narrowing. */
    public static Narrowing read(String column) {
        return column == null ? Narrowing.NONE : JSON.readValue(column, Narrowing.class);
    }

    static String write(AudienceDefinition definition) {
        return JSON.writeValueAsString(definition);
    }

    static AudienceDefinition readDefinition(String column) {
        return JSON.readValue(column, AudienceDefinition.class);
    }
}
