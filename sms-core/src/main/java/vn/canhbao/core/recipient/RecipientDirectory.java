package vn.canhbao.core.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** Looks people up: one by id, or those whose number, name or unit has what somebody typed. */
@Repository
public class RecipientDirectory {

    private static final String SELECT = """
            SELECT r.*, u.name AS unit, a.name AS area FROM recipient r
                LEFT JOIN unit u ON u.id = r.unit_id LEFT JOIN area a ON a.code = r.area_code
            """;

    private static final String PAGE =
            "SELECT r.id FROM %s WHERE r.id < :before AND r.erased_at IS NULL AND %s ORDER BY r.id DESC LIMIT :limit";

    // Whose words are not written yet may bear it, too.
    private static final String WITH_RAREST = """
            (SELECT recipient_id FROM recipient_word WHERE word LIKE :rarest ESCAPE '!'
                UNION SELECT recipient_id FROM changed_name) few JOIN recipient r ON r.id = few.recipient_id
            """;

    private final JdbcClient jdbc;
    private final NameWords names;

    public RecipientDirectory(JdbcClient jdbc, NameWords names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** The recipient, or {@link NotFound}. */
    public RecipientView get(long id) {
        return withTags(jdbc.sql(SELECT + "WHERE r.id = ? AND r.erased_at IS NULL")
                        .param(id)
                        .query(RecipientDirectory::recipient)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Không có người nhận số " + id + " (no recipient " + id + ")"));
    }

    /**
     * Newest first. Digits are the beginning of a number; of words, each begins a word of the name, or all are in the name
     * of the unit, with or without accents.
     *
     * @param before id of the last one seen, or {@code null}
     */
    public List<RecipientView> search(String typed, Long before, int limit) {
        SearchWords words = SearchWords.of(typed);
        Map<String, Object> parameters = new HashMap<>();
        String page = page(words, parameters);
        // The page first: joined to everybody, MySQL reads and sorts all of them.
        return withTags(jdbc.sql(SELECT + "JOIN (" + page + ") page ON page.id = r.id ORDER BY r.id DESC")
                .params(parameters)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(RecipientDirectory::recipient)
                .list());
    }

    private String page(SearchWords words, Map<String, Object> parameters) {
        if (words.isEmpty()) {
            return PAGE.formatted("recipient r", "TRUE");
        }
        if (words.digits() != null) {
            parameters.put("number", words.digits() + "%");
            return PAGE.formatted("recipient r", "r.msisdn LIKE :number");
        }
        String named = named(words, parameters);
        List<Long> units = unitsWith(words);
        if (units.isEmpty()) {
            return named;
        }
        parameters.put("units", units);
        return "SELECT id FROM ((" + named + ") UNION (" + PAGE.formatted("recipient r", "r.unit_id IN (:units)")
                + ")) both_ways ORDER BY id DESC LIMIT :limit";
    }

    private String named(SearchWords words, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        for (String beginning : words.beginnings()) {
            String name = "w" + parameters.size();
            parameters.put(name, beginning);
            conditions.add("(r.search_name LIKE :%1$s ESCAPE '!' OR r.search_name LIKE CONCAT('%% ', :%1$s) ESCAPE '!')"
                    .formatted(name));
        }
        Optional<String> rarest = names.rarest(words);
        rarest.ifPresent(beginning -> parameters.put("rarest", beginning));
        return PAGE.formatted(rarest.isEmpty() ? "recipient r" : WITH_RAREST, String.join(" AND ", conditions));
    }

    // Some thousand units at most: folded here, as no collation of either database folds đ.
    private List<Long> unitsWith(SearchWords words) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM unit")
                .query((row, n) -> names.put(row.getLong(1), row.getString(2)))
                .list();
        return names.entrySet().stream()
                .filter(unit -> words.areIn(unit.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The lists that somebody is in. */
    public List<RecipientList> listsOf(long recipientId) {
        return jdbc.sql("""
                        SELECT l.id, l.name FROM recipient_list_member m JOIN recipient_list l ON l.id = m.list_id
                        WHERE m.recipient_id = ? ORDER BY l.name
                        """)
                .param(recipientId)
                .query((row, n) -> new RecipientList(row.getLong("id"), row.getString("name"), 0))
                .list();
    }

    private List<RecipientView> withTags(List<RecipientView> people) {
        if (people.isEmpty()) {
            return people;
        }
        Map<Long, List<String>> tags = new HashMap<>();
        jdbc.sql("SELECT recipient_id, tag FROM recipient_tag WHERE recipient_id IN (:ids) ORDER BY tag")
                .param("ids", people.stream().map(RecipientView::id).toList())
                .query((row, n) -> tags.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        return people.stream()
                .map(person -> tagged(person, tags.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static RecipientView tagged(RecipientView person, List<String> tags) {
        return new RecipientView(
                person.id(),
                person.msisdn(),
                person.fullName(),
                person.unitId(),
                person.unit(),
                person.kind(),
                person.areaCode(),
                person.area(),
                person.consentBasis(),
                person.consentDate(),
                person.consentEvidence(),
                tags,
                person.attributes(),
                person.createdAt(),
                person.updatedAt());
    }

    private static RecipientView recipient(ResultSet row, int n) throws SQLException {
        String basis = row.getString("consent_basis");
        return new RecipientView(
                row.getLong("id"),
                row.getString("msisdn"),
                row.getString("full_name"),
                row.getObject("unit_id", Long.class),
                row.getString("unit"),
                RecipientKind.valueOf(row.getString("kind")),
                row.getString("area_code"),
                row.getString("area"),
                basis == null ? null : ConsentBasis.valueOf(basis),
                row.getObject("consent_date", java.time.LocalDate.class),
                row.getString("consent_evidence"),
                List.of(),
                row.getString("attributes"),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "updated_at"));
    }
}
