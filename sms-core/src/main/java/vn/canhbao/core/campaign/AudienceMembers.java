package vn.canhbao.core.campaign;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recipients of an audience, each once, in the order of their ids. */
@Repository
public class AudienceMembers {

    private static final List<Long> NOBODY = List.of(-1L);

    // A UNION of two index ranges; OR over two sub-selects would read the whole recipient table.
    private static final String IDS = """
            SELECT m.recipient_id AS id FROM recipient_list_member m WHERE m.list_id IN (:lists) AND m.recipient_id > :after AND m.recipient_id <= :upTo
            UNION
            SELECT r.id FROM recipient r WHERE r.unit_id IN (:units) AND r.id > :after AND r.id <= :upTo
            """;

    // Who is stopped half-way may have a part; a receipt that says "not delivered" is believed.
    private static final String MAY_HAVE_RECEIVED = """
            w.campaign_id = :received AND (
                m.status IN ('CLAIMED', 'SUBMITTED', 'DELIVERED', 'PARTLY_DELIVERED', 'UNKNOWN', 'UNANSWERED')
                OR (m.submitted_at IS NOT NULL AND m.status IN ('READY', 'DELAYED', 'CANCELLED', 'SUPPRESSED')))
            """;

    // From recipients to messages, so that pages come in order: by (wave_id, msisdn) one look into an index for each.
    // COUNT, not EXISTS: of that MySQL makes a join that reads the whole wave for each page.
    private static final String RECEIVERS = """
            SELECT r.id FROM recipient r WHERE r.id > :after AND r.id <= :upTo AND (
                SELECT COUNT(*) FROM wave w JOIN message m ON m.wave_id = w.id AND m.msisdn = r.msisdn WHERE %s) > 0
            """.formatted(MAY_HAVE_RECEIVED);

    // To count them, from messages to recipients: the campaign is smaller than all recipients are.
    private static final String ALL_RECEIVERS = """
            SELECT DISTINCT r.id FROM wave w JOIN message m ON m.wave_id = w.id JOIN recipient r ON r.msisdn = m.msisdn
            WHERE %s
            """.formatted(MAY_HAVE_RECEIVED);

    private final JdbcClient jdbc;

    public AudienceMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many people. */
    public long count(Audience audience) {
        String ids = audience.receivedCampaign() == null ? IDS : ALL_RECEIVERS;
        return jdbc.sql("SELECT COUNT(*) FROM (" + ids + ") members")
                .param("lists", orNobody(audience.recipientListIds()))
                .param("units", orNobody(withSubUnits(audience.unitIds())))
                .param("received", audience.receivedCampaign())
                .param("after", 0)
                .param("upTo", Long.MAX_VALUE)
                .query(Long.class)
                .single();
    }

    /** The highest recipient id there is; 0 where there is nobody. */
    public long highestId() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM recipient")
                .query(Long.class)
                .single();
    }

    /** A page in the order of recipient ids: ids over {@code after}, up to and with {@code upTo}. */
    public List<Member> page(Audience audience, long after, long upTo, int limit) {
        return jdbc.sql("SELECT r.id, r.msisdn, r.full_name, r.attributes, u.name AS unit FROM (SELECT id FROM ("
                        + ids(audience)
                        + ") members ORDER BY id LIMIT :limit) page JOIN recipient r ON r.id = page.id "
                        + "LEFT JOIN unit u ON u.id = r.unit_id ORDER BY r.id")
                .param("lists", orNobody(audience.recipientListIds()))
                .param("units", orNobody(withSubUnits(audience.unitIds())))
                .param("received", audience.receivedCampaign())
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, n) -> new Member(
                        row.getLong("id"),
                        row.getString("msisdn"),
                        row.getString("full_name"),
                        row.getString("unit"),
                        row.getString("attributes")))
                .list();
    }

    /**
     * A recipient with what a text may say of him or her.
     *
     * @param unit may be {@code null}
     * @param attributes further columns of the file as a JSON object, or {@code null}
     */
    public record Member(long recipientId, String msisdn, String fullName, String unit, String attributes) {}

    private static String ids(Audience audience) {
        return audience.receivedCampaign() == null ? IDS : RECEIVERS;
    }

    private List<Long> withSubUnits(List<Long> unitIds) {
        List<Long> all = new ArrayList<>(unitIds);
        List<Long> level = unitIds;
        while (!level.isEmpty()) {
            level = jdbc.sql("SELECT id FROM unit WHERE parent_id IN (:ids)")
                    .param("ids", level)
                    .query(Long.class)
                    .list();
            level = level.stream().filter(id -> !all.contains(id)).toList();
            all.addAll(level);
        }
        return all;
    }

    private static List<Long> orNobody(List<Long> ids) {
        return ids.isEmpty() ? NOBODY : ids;
    }
}
