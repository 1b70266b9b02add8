package vn.canhbao.report.broadcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** The tables of broadcasts and of the operators' counts. */
@Repository
public class Broadcasts {

    private static final String SELECT = """
            SELECT b.*, COALESCE(o.display_name, b.operator_code) AS operator_name
            FROM broadcast b LEFT JOIN operator o ON o.code = b.operator_code
            """;

    private final JdbcClient jdbc;

    public Broadcasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The broadcast, or {@link NotFound}. */
    public Broadcast get(long id) {
        return jdbc.sql(SELECT + "WHERE b.id = ?")
                .param(id)
                .query(Broadcasts::broadcast)
                .optional()
                .orElseThrow(() ->
                        new NotFound("Không có đợt nhà mạng gửi số " + id + " (no operator broadcast " + id + ")"));
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null} for the first page. */
    public List<Broadcast> page(Long before, int limit) {
        return jdbc.sql(SELECT + "WHERE b.id < ? ORDER BY b.id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(Broadcasts::broadcast)
                .list();
    }

    /** The operator's count, in its own order; empty before it has reported. */
    public List<AreaCount> counts(long id) {
        return counts(List.of(id)).getOrDefault(id, List.of());
    }

    /** The same of several broadcasts in one look-up; one that has none is missing. */
    public Map<Long, List<AreaCount>> counts(Collection<Long> ids) {
        Map<Long, List<AreaCount>> counts = new HashMap<>();
        if (ids.isEmpty()) {
            return counts;
        }
        jdbc.sql("""
                SELECT broadcast_id, area, subscribers, sent, delivered, failed FROM broadcast_count
                WHERE broadcast_id IN (:ids) ORDER BY broadcast_id, position
                """).param("ids", ids).query(row -> {
            counts.computeIfAbsent(row.getLong("broadcast_id"), id -> new ArrayList<>())
                    .add(new AreaCount(
                            row.getString("area"),
                            row.getLong("subscribers"),
                            row.getLong("sent"),
                            row.getLong("delivered"),
                            row.getLong("failed")));
        });
        return counts;
    }

    long add(BroadcastRequest request, String author, Instant now) {
        var key = new GeneratedKeyHolder();
        parameters("""
                INSERT INTO broadcast (operator_code, topic, text, area, starts_at, ends_at, source, status, created_by, created_at)
                VALUES (:operator, :topic, :text, :area, :starts, :ends, :source, 'DRAFT', :author, :now)
                """, request)
                .param("author", author)
                .param("now", Utc.column(now))
                .update(key, "id");
        return key.getKey().longValue();
    }

    /** {@code false} if it is no draft any more. */
    boolean change(long id, BroadcastRequest request, String author) {
        return parameters("""
                        UPDATE broadcast SET operator_code = :operator, topic = :topic, text = :text, area = :area,
                            starts_at = :starts, ends_at = :ends, source = :source, created_by = :author
                        WHERE id = :id AND status = 'DRAFT'
                        """, request).param("author", author).param("id", id).update() == 1;
    }

    /** {@code false} if its status doesn't allow that. */
    boolean move(long id, BroadcastStatus next) {
        List<String> from = Arrays.stream(BroadcastStatus.values())
                .filter(status -> status.next().contains(next))
                .map(Enum::name)
                .toList();
        return jdbc.sql("UPDATE broadcast SET status = :next WHERE id = :id AND status IN (:from)")
                        .param("next", next.name())
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    void decided(long id, String approver, Instant now, String remark) {
        jdbc.sql("UPDATE broadcast SET decided_by = ?, decided_at = ?, remark = ? WHERE id = ?")
                .params(approver, Utc.column(now), remark, id)
                .update();
    }

    void reported(long id, Instant sentOn, List<AreaCount> counts, String person, Instant now) {
        jdbc.sql("UPDATE broadcast SET sent_on = ?, reported_by = ?, reported_at = ? WHERE id = ?")
                .params(Utc.column(sentOn), person, Utc.column(now), id)
                .update();
        jdbc.sql("DELETE FROM broadcast_count WHERE broadcast_id = ?").param(id).update();
        for (int i = 0; i < counts.size(); i++) {
            AreaCount count = counts.get(i);
            jdbc.sql("""
                    INSERT INTO broadcast_count (broadcast_id, position, area, subscribers, sent, delivered, failed)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(id, i, count.area(), count.subscribers(), count.sent(), count.delivered(), count.failed())
                    .update();
        }
    }

    private JdbcClient.StatementSpec parameters(String sql, BroadcastRequest request) {
        return jdbc.sql(sql)
                .param("operator", request.operator())
                .param("topic", request.topic())
                .param("text", request.text())
                .param("area", request.area())
                .param("starts", Utc.column(request.startsAt()))
                .param("ends", Utc.column(request.endsAt()))
                .param("source", request.source());
    }

    private static Broadcast broadcast(ResultSet row, int n) throws SQLException {
        return new Broadcast(
                row.getLong("id"),
                new BroadcastRequest(
                        row.getString("operator_code"),
                        row.getString("topic"),
                        row.getString("text"),
                        row.getString("area"),
                        Utc.instant(row, "starts_at"),
                        Utc.instant(row, "ends_at"),
                        row.getString("source")),
                row.getString("operator_name"),
                BroadcastStatus.valueOf(row.getString("status")),
                row.getString("created_by"),
                Utc.instant(row, "created_at"),
                row.getString("decided_by"),
                Utc.instant(row, "decided_at"),
                row.getString("remark"),
                Utc.instant(row, "sent_on"),
                row.getString("reported_by"),
                Utc.instant(row, "reported_at"));
    }
}
