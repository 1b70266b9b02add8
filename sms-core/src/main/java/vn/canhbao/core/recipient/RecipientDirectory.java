package vn.canhbao.core.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final JdbcClient jdbc;

    public RecipientDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
     * Newest first. Digits are the beginning of a number; of words, each is in the name, or all are in the name of the
     * unit, with or without accents.
     *
     * @param before id of the last one seen, or {@code null}
     */
    public List<RecipientView> search(String typed, Long before, int limit) {
        SearchWords words = SearchWords.of(typed);
        Map<String, Object> parameters = new HashMap<>();
        String condition = condition(words, parameters);
        // The page first: joined to everybody, MySQL reads and sorts all of them.
        return withTags(jdbc.sql(SELECT
                        + "JOIN (SELECT r.id FROM recipient r WHERE r.id < :before AND r.erased_at IS NULL" + condition
                        + " ORDER BY r.id DESC LIMIT :limit) page ON page.id = r.id ORDER BY r.id DESC")
                .params(parameters)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(RecipientDirectory::recipient)
                .list());
    }

    private String condition(SearchWords words, Map<String, Object> parameters) {
        if (words.isEmpty()) {
            return "";
        }
        if (words.digits() != null) {
            parameters.put("number", words.digits() + "%");
            return " AND r.msisdn LIKE :number";
        }
        List<String> names = new ArrayList<>();
        for (String pattern : words.patterns()) {
            String name = "w" + parameters.size();
            parameters.put(name, pattern);
            names.add("r.search_name LIKE :" + name + " ESCAPE '!'");
        }
        List<Long> units = unitsWith(words);
        if (units.isEmpty()) {
            return " AND " + String.join(" AND ", names);
        }
        parameters.put("units", units);
        return " AND ((" + String.join(" AND ", names) + ") OR r.unit_id IN (:units))";
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
