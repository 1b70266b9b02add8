package vn.canhbao.core.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recipients of an audience, each once, in the order of their ids. */
@Repository
public class AudienceMembers {

    private static final String MEMBER = "SELECT r.id, r.msisdn, r.full_name, r.attributes, u.name AS unit ";

    // Which member of the k-th step: the fractional part of k times the golden ratio, which never recurs.
    private static final String WITHIN_STEP =
            "FLOOR(MOD(FLOOR(placed.place / %1$d) * 6180339887, 10000000000) * %1$d / 10000000000)";

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

    /** Those of some recipients who are in the audience. */
    public List<Long> among(Audience audience, Collection<Long> recipientIds) {
        AudienceQuery query = new AudienceQuery(jdbc, audience);
        return jdbc.sql("SELECT id FROM (" + query.ids() + ") members WHERE id IN (:some)")
                .params(query.parameters())
                .param("after", Collections.min(recipientIds) - 1)
                .param("upTo", Collections.max(recipientIds))
                .param("some", recipientIds)
                .query(Long.class)
                .list();
    }

    /** How many people, at most so many: reads no further than that, unless the audience as a whole is narrowed. */
    long countUpTo(Audience audience, int most) {
        AudienceQuery query = new AudienceQuery(jdbc, audience, most);
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT id FROM (" + query.ids() + ") members LIMIT :most) counted")
                .params(query.parameters())
                .param("after", 0)
                .param("upTo", Long.MAX_VALUE)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    public boolean isEmpty(Audience audience) {
        return countUpTo(audience, 1) == 0;
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
        return jdbc.sql(MEMBER + "FROM (SELECT id FROM (" + query.ids() + ") members ORDER BY id LIMIT :limit) page "
                        + "JOIN recipient r ON r.id = page.id LEFT JOIN unit u ON u.id = r.unit_id ORDER BY r.id")
                .params(query.parameters())
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query(AudienceMembers::member)
                .list();
    }

    /**
     * One of each so many members, evenly over the whole audience in the order of ids. Not every so manieth: whatever
     * recurs in a file with that period (a list dealt out to operators or units in turn) would be all that is seen.
     */
    public List<Member> oneOfEach(Audience audience, long step) {
        AudienceQuery query = new AudienceQuery(jdbc, audience);
        return jdbc.sql(MEMBER + "FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place FROM (" + query.ids()
                        + ") members) placed JOIN recipient r ON r.id = placed.id LEFT JOIN unit u ON u.id = r.unit_id "
                        + "WHERE MOD(placed.place, %1$d) = ".formatted(step) + WITHIN_STEP.formatted(step)
                        + " ORDER BY r.id")
                .params(query.parameters())
                .param("after", 0)
                .param("upTo", Long.MAX_VALUE)
                .query(AudienceMembers::member)
                .list();
    }

    private static Member member(ResultSet row, int n) throws SQLException {
        return new Member(
                row.getLong("id"),
                row.getString("msisdn"),
                row.getString("full_name"),
                row.getString("unit"),
                row.getString("attributes"));
    }

    /**
     * A recipient with what a text may say of him or her.
     *
     * @param unit may be {@code null}
     * @param attributes further columns of the file as a JSON object, or {@code null}
     */
    public record Member(long recipientId, String msisdn, String fullName, String unit, String attributes) {}
}
