package vn.canhbao.core.campaign;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.AudiencePreview.UnitCount;
import vn.canhbao.core.recipient.Msisdn;

/** Counts audiences in one pass, so that the figures of a preview agree. */
@Component
public class AudiencePreviews {

    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final AudienceMembers members;

    public AudiencePreviews(JdbcClient jdbc, AudienceMembers members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    public AudiencePreview of(Audience audience) {
        AudienceQuery query = new AudienceQuery(jdbc, audience);
        List<Count> counts = jdbc.sql(
                        "SELECT unit_id, operator_code, suppressed, COUNT(*) AS people FROM (SELECT r.unit_id, "
                                + AudienceQuery.operator(jdbc)
                                + " AS operator_code, CASE WHEN x.msisdn IS NULL THEN 0 ELSE 1 END AS suppressed FROM ("
                                + query.ids() + ") members JOIN recipient r ON r.id = members.id"
                                + " LEFT JOIN suppression x ON x.msisdn = r.msisdn) people GROUP BY unit_id, operator_code, suppressed")
                .params(query.parameters())
                .param("after", 0)
                .param("upTo", Long.MAX_VALUE)
                .query((row, n) -> new Count(
                        row.getObject("unit_id", Long.class),
                        row.getString("operator_code"),
                        row.getInt("suppressed") == 1,
                        row.getLong("people")))
                .list();
        long suppressed = 0;
        long total = 0;
        Map<String, Long> byOperator = new TreeMap<>();
        Map<Long, Long> byUnit = new HashMap<>();
        for (Count count : counts) {
            total += count.people;
            suppressed += count.suppressed ? count.people : 0;
            byOperator.merge(count.operator, count.people, Long::sum);
            byUnit.merge(count.unit, count.people, Long::sum);
        }
        return new AudiencePreview(total, suppressed, byOperator, units(byUnit), first(audience));
    }

    private List<UnitCount> units(Map<Long, Long> byUnit) {
        Map<Long, String> names = new HashMap<>();
        List<Long> ids = byUnit.keySet().stream().filter(id -> id != null).toList();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, name FROM unit WHERE id IN (:ids)")
                    .param("ids", ids)
                    .query((row, n) -> names.put(row.getLong(1), row.getString(2)))
                    .list();
        }
        return byUnit.entrySet().stream()
                .map(unit -> new UnitCount(unit.getKey(), names.get(unit.getKey()), unit.getValue()))
                .sorted(Comparator.comparing(UnitCount::people)
                        .reversed()
                        .thenComparing(unit -> unit.unit() == null ? "" : unit.unit()))
                .toList();
    }

    private List<AudiencePreview.Person> first(Audience audience) {
        return members.page(audience, 0, Long.MAX_VALUE, SHOWN).stream()
                .map(member -> new AudiencePreview.Person(
                        new Msisdn(member.msisdn()).masked(), member.fullName(), member.unit()))
                .toList();
    }

    private record Count(Long unit, String operator, boolean suppressed, long people) {}
}
