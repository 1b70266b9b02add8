package vn.canhbao.core.recipient;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The further columns of imported files: what a text may say of people beside name and unit. */
@Repository
public class RecipientColumns {

    // The latest people are of the latest files; reading everybody's would take minutes.
    private static final int PEOPLE_LOOKED_AT = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    public RecipientColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their names as in the files, of the people who came or changed last. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        jdbc.sql("SELECT DISTINCT attributes FROM (SELECT attributes FROM recipient WHERE attributes IS NOT NULL"
                        + " ORDER BY id DESC LIMIT " + PEOPLE_LOOKED_AT + ") latest")
                .query(String.class)
                .list()
                .forEach(attributes -> names.addAll(keys(attributes)));
        return names;
    }

    private Set<String> keys(String attributes) {
        try {
            return Set.copyOf(json.readTree(attributes).propertyNames());
        } catch (JacksonException unreadable) {
            return Set.of();
        }
    }
}
