package vn.canhbao.core.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.recipient.Areas;
import vn.canhbao.core.recipient.UnitTree;

/**
 * An audience as SQL: the ids of its members over {@code :after}, up to and with {@code :upTo}. A UNION of index ranges
 * (lists by the key of their members, units by the index of their people, everybody by the primary key), looked up person
 * by person where it is narrowed; OR over several of them would read the whole recipient table for each page.
 */
final class AudienceQuery {

    private static final String OVERRIDE =
            "(SELECT o.operator_code FROM operator_override o WHERE o.msisdn = r.msisdn)";
    private static final int COUNTRY_CODE = 2;

    // By (msisdn, wave_id) that is one look into an index for each recipient, and pages come in order: COUNT,
    // not EXISTS, of which MySQL makes a join that reads the whole wave for each page. Who is stopped
    // half-way may have a part; a receipt that says "not delivered" is believed.
    private static final String RECEIVERS = """
            SELECT r.id AS id FROM recipient r WHERE r.id > :after AND r.id <= :upTo AND r.erased_at IS NULL AND (
                SELECT COUNT(*) FROM wave w JOIN message m ON m.wave_id = w.id AND m.msisdn = r.msisdn
                WHERE w.campaign_id = %s AND (
                    m.status IN ('CLAIMED', 'SUBMITTED', 'DELIVERED', 'PARTLY_DELIVERED', 'UNKNOWN', 'UNANSWERED')
                    OR (m.submitted_at IS NOT NULL AND m.status IN ('READY', 'DELAYED', 'CANCELLED', 'SUPPRESSED')))) > 0
            """;

    private static final List<Long> NOBODY = List.of(-1L);

    private final JdbcClient jdbc;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final String ids;
    private final Integer ofEachSource;

    AudienceQuery(JdbcClient jdbc, Audience audience) {
        this(jdbc, audience, null);
    }

    /**
     * For counting up to a number: of each source no more than that is needed.
     *
     * @param ofEachSource {@code null}: all of them
     */
    AudienceQuery(JdbcClient jdbc, Audience audience, Integer ofEachSource) {
        this.jdbc = jdbc;
        this.ofEachSource = audience.narrowings().isEmpty() ? ofEachSource : null;
        ids = ids(audience);
    }

    /** A select of one column, {@code id}, each once. */
    String ids() {
        return ids;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private String ids(Audience audience) {
        List<String> sources = sources(audience.recipientListIds(), audience.unitIds());
        audience.parts().stream()
                .map(AudiencePart::definition)
                .filter(Objects::nonNull)
                .forEach(part -> sources.add(part(part)));
        if (audience.receivedCampaign() != null) {
            sources.add(RECEIVERS.formatted(parameter(audience.receivedCampaign())));
        }
        if (audience.chosenFor() != null) {
            sources.add("SELECT c.recipient_id AS id FROM retry_recipient c WHERE c.wave_id = "
                    + parameter(audience.chosenFor())
                    + " AND c.recipient_id > :after AND c.recipient_id <= :upTo");
        }
        String union = union(sources.stream().map(this::limited).toList());
        for (Narrowing narrowing : audience.narrowings()) {
            union = narrowed(union, narrowing);
        }
        return union;
    }

    private String limited(String source) {
        return ofEachSource == null ? source : "(" + source + " LIMIT " + ofEachSource + ")";
    }

    private String part(AudienceDefinition part) {
        return part.everybody()
                ? "SELECT r.id AS id FROM recipient r WHERE r.id > :after AND r.id <= :upTo AND r.erased_at IS NULL"
                        + and(part.narrowing())
                : narrowed(union(sources(part.recipientListIds(), part.unitIds())), part.narrowing());
    }

    private List<String> sources(List<Long> lists, List<Long> units) {
        List<String> sources = new ArrayList<>();
        // List by list, as a list's members are one range in the order of ids.
        for (Long list : lists) {
            sources.add("SELECT m.recipient_id AS id FROM recipient_list_member m WHERE m.list_id = " + parameter(list)
                    + " AND m.recipient_id > :after AND m.recipient_id <= :upTo");
        }
        if (!units.isEmpty()) {
            sources.add("SELECT r.id AS id FROM recipient r WHERE r.unit_id IN ("
                    + parameter(orNobody(new UnitTree(jdbc).withSubUnits(units)))
                    + ") AND r.id > :after AND r.id <= :upTo AND r.erased_at IS NULL");
        }
        return sources;
    }

    private static String union(List<String> sources) {
        return sources.isEmpty()
                ? "SELECT r.id AS id FROM recipient r WHERE r.id > :after AND r.id <= :upTo AND r.id < 0"
                : String.join(" UNION ", sources);
    }

    private String narrowed(String source, Narrowing narrowing) {
        return narrowing.isEmpty()
                ? source
                : "SELECT r.id AS id FROM (" + source + ") s JOIN recipient r ON r.id = s.id WHERE 1 = 1"
                        + and(narrowing);
    }

    private String and(Narrowing narrowing) {
        StringBuilder conditions = new StringBuilder();
        if (!narrowing.unitIds().isEmpty()) {
            conditions.append(in("r.unit_id", orNobody(new UnitTree(jdbc).withSubUnits(narrowing.unitIds()))));
        }
        if (!narrowing.areas().isEmpty()) {
            List<String> codes = new Areas(jdbc).withCommunes(narrowing.areas());
            conditions.append(in("r.area_code", codes.isEmpty() ? narrowing.areas() : codes));
        }
        conditions.append(
                in("r.kind", narrowing.kinds().stream().map(Enum::name).toList()));
        if (!narrowing.operators().isEmpty()) {
            conditions.append(in(operator(jdbc), narrowing.operators()));
        }
        conditions.append(exists("", "recipient_tag t WHERE t.recipient_id = r.id", "t.tag", narrowing.tags()));
        String message = "message m WHERE m.msisdn = r.msisdn";
        conditions.append(exists("", message, "m.campaign_id", narrowing.addressedBy()));
        conditions.append(exists("NOT ", message, "m.campaign_id", narrowing.notAddressedBy()));
        conditions.append(
                exists("NOT ", message + " AND m.status = 'DELIVERED'", "m.campaign_id", narrowing.notReachedBy()));
        conditions.append(exists(
                "NOT ", "acknowledgement a WHERE a.msisdn = r.msisdn", "a.campaign_id", narrowing.notAcknowledgedBy()));
        return conditions.toString();
    }

    private String in(String column, Collection<?> values) {
        return values.isEmpty() ? "" : " AND " + column + " IN (" + parameter(values) + ")";
    }

    private String exists(String not, String rows, String column, Collection<?> values) {
        return values.isEmpty() ? "" : " AND " + not + "EXISTS (SELECT 1 FROM " + rows + in(column, values) + ")";
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static List<Long> orNobody(List<Long> ids) {
        return ids.isEmpty() ? NOBODY : ids;
    }

    /**
     * An expression over {@code recipient r}: the code of the operator that {@link vn.canhbao.core.operator.Operators} gives.
     * The prefixes stand in it as they are: looked up in their table for each person, a million cost 20 times more.
     */
    static String operator(JdbcClient jdbc) {
        // By length, the longest first.
        Map<Integer, StringBuilder> cases = new TreeMap<>(Comparator.reverseOrder());
        jdbc.sql("SELECT prefix, operator_code FROM operator_prefix")
                .query((row, n) -> {
                    String prefix = row.getString("prefix");
                    return cases.computeIfAbsent(prefix.length(), AudienceQuery::startOfCase)
                            .append(" WHEN ")
                            .append(literal(prefix))
                            .append(" THEN ")
                            .append(literal(row.getString("operator_code")));
                })
                .list();
        StringBuilder expression = new StringBuilder("COALESCE(").append(OVERRIDE);
        cases.values().forEach(one -> expression.append(", ").append(one).append(" END"));
        return expression.append(", 'UNKNOWN')").toString();
    }

    private static StringBuilder startOfCase(int digits) {
        return new StringBuilder("CASE SUBSTRING(r.msisdn, " + (COUNTRY_CODE + 1) + ", " + digits + ")");
    }

    private static String literal(String word) {
        return "'" + word.replaceAll("[^A-Za-z0-9_]", "") + "'";
    }
}
