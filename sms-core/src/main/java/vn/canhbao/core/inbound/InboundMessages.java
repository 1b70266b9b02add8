package vn.canhbao.core.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Subscribers' messages, and what was done about each. */
@Repository
public class InboundMessages {

    private final JdbcClient jdbc;

    public InboundMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a message made of these segments; until something else is done, a person has to read it. */
    public InboundMessage add(List<InboundSegment> segments) {
        InboundSegment any = segments.getFirst();
        Instant receivedAt = segments.stream()
                .map(InboundSegment::receivedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        String text = InboundText.of(segments);
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO inbound_message (link, received_at, source_addr, dest_addr, text, segments, total,
                            kind, action)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        any.link(),
                        Utc.column(receivedAt),
                        any.sourceAddr(),
                        any.destAddr(),
                        text,
                        segments.size(),
                        any.total(),
                        InboundKind.REPLY.name(),
                        InboundAction.FOR_A_PERSON.name())
                .update(key, "id");
        return new InboundMessage(
                key.getKey().longValue(),
                any.link(),
                receivedAt,
                any.sourceAddr(),
                any.destAddr(),
                text,
                segments.size(),
                any.total(),
                InboundKind.REPLY,
                InboundAction.FOR_A_PERSON,
                null);
    }

    /** What was done about a message. */
    public void done(long id, InboundKind kind, InboundAction action, Long messageId) {
        jdbc.sql("UPDATE inbound_message SET kind = ?, action = ?, message_id = ? WHERE id = ?")
                .params(kind.name(), action.name(), messageId, id)
                .update();
    }

    /** The oldest first, received at {@code since} or later, after an id. */
    public List<InboundMessage> page(Instant since, long after, int limit) {
        return jdbc.sql("SELECT * FROM inbound_message WHERE received_at >= ? AND id > ? ORDER BY id LIMIT ?")
                .params(Utc.column(since), after, limit)
                .query(InboundMessages::message)
                .list();
    }

    /** The newest first; {@code before} is the id of the last one seen, or {@code null} for the first page. */
    public List<InboundMessage> newest(Long before, int limit) {
        return jdbc.sql("SELECT * FROM inbound_message WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(InboundMessages::message)
                .list();
    }

    private static InboundMessage message(ResultSet row, int n) throws SQLException {
        return new InboundMessage(
                row.getLong("id"),
                row.getString("link"),
                Utc.instant(row, "received_at"),
                row.getString("source_addr"),
                row.getString("dest_addr"),
                row.getString("text"),
                row.getInt("segments"),
                row.getInt("total"),
                InboundKind.valueOf(row.getString("kind")),
                InboundAction.valueOf(row.getString("action")),
                row.getObject("message_id", Long.class));
    }
}
