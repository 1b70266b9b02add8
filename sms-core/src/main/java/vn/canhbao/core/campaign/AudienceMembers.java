package vn.canhbao.core.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recipients of an audience, each once, in the order of their ids. */
@Repository
public class AudienceMembers {

    private final JdbcClient jdbc;

    public AudienceMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many people. */
    public long count(Audience audience) {
        AudienceQuery query = new AudienceQuery(jdbc, audience);
        return jdbc.sql("SELECT COUNT(*) FROM (" + query.ids() + ") members")
                .params(query.parameters())
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
        AudienceQuery query = new AudienceQuery(jdbc, audience);
        return jdbc.sql("SELECT r.id, r.msisdn, r.full_name, r.attributes, u.name AS unit FROM (SELECT id FROM ("
                        + query.ids() + ") members ORDER BY id LIMIT :limit) page JOIN recipient r ON r.id = page.id "
                        + "LEFT JOIN unit u ON u.id = r.unit_id ORDER BY r.id")
                .params(query.parameters())
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
}
