package vn.canhbao.core.message;

import static vn.canhbao.core.db.JoinedUpdate.set;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.canhbao.core.db.JoinedUpdate;
import vn.canhbao.core.db.JoinedUpdate.Value;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.receipt.ReceiptState;

/** The state of long messages by the rows of their segments. */
final class MessageFates {

    private static final JoinedUpdate MESSAGE = new JoinedUpdate(
            "message",
            List.of(
                    Value.key("id", "BIGINT"),
                    Value.of("status", "VARCHAR"),
                    Value.of("final_at", "TIMESTAMP"),
                    Value.of("detail", "VARCHAR")),
            List.of(
                    set("status", "v.status"),
                    set("final_at", "v.final_at"),
                    set("detail", "COALESCE(v.detail, t.detail)")),
            // READY after a claim: a second copy is due (policy RESEND), and the receipt of the first came just then.
            "t.status IN ('CLAIMED', 'SUBMITTED', 'UNANSWERED', 'UNKNOWN') OR (t.status = 'READY' AND t.attempts > 0)");

    private final NamedParameterJdbcTemplate jdbc;
    private final SetBasedWriter writer;

    MessageFates(NamedParameterJdbcTemplate jdbc, SetBasedWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    /** The fates of all segments of these messages; one that is still being sent is left out: its outcome settles it. */
    Map<Long, List<SegmentFate>> of(Collection<Long> messages) {
        Map<Long, List<SegmentFate>> fates = new LinkedHashMap<>();
        Map<Long, Integer> planned = new LinkedHashMap<>();
        jdbc.query("""
                SELECT s.message_id, s.command_status, s.receipt_state, s.receipt_wanted, m.segments
                FROM message_segment s JOIN message m ON m.id = s.message_id
                WHERE s.message_id IN (:ids) AND m.status NOT IN ('READY', 'CLAIMED', 'DELAYED')
                """, new MapSqlParameterSource("ids", messages), row -> {
            long message = row.getLong("message_id");
            String state = row.getString("receipt_state");
            Integer commandStatus = (Integer) row.getObject("command_status");
            planned.put(message, row.getInt("segments"));
            fates.computeIfAbsent(message, id -> new ArrayList<>())
                    .add(new SegmentFate(
                            commandStatus != null && commandStatus != 0,
                            state == null ? null : ReceiptState.valueOf(state),
                            commandStatus == null || row.getBoolean("receipt_wanted")));
        });
        // A segment after a refused one was never sent: it failed with it.
        fates.forEach((message, segments) -> {
            while (segments.size() < planned.get(message)) {
                segments.add(new SegmentFate(true, null));
            }
        });
        return fates;
    }

    /** Settles those of the messages whose segments say what became of them. */
    void settle(Collection<Long> messages, Instant now) {
        if (messages.isEmpty()) {
            return;
        }
        List<Object[]> settled = new ArrayList<>();
        of(messages).forEach((message, fates) -> {
            MessageStatus status = SegmentFate.settle(fates);
            if (status != null) {
                settled.add(new Object[] {message, status.name(), Utc.column(now), null});
            }
        });
        write(settled);
    }

    /** @param rows id, status, final_at, detail ({@code null}: as it is) */
    void write(List<Object[]> rows) {
        if (!rows.isEmpty()) {
            writer.update(MESSAGE, rows);
        }
    }
}
