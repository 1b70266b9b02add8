package vn.canhbao.core.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.recipient.UnitTree;

/**
 * A campaign's messages page by page, however many there are: group after group of the index (wave_id, status, operator_code,
 * segments), in each by id. So a page is a few short ranges of that index, wherever in the list it lies; only a reason or a
 * small unit among very many messages has to look at more rows than it shows.
 */
@Repository
public class MessageLines {

    private static final List<Long> NONE = List.of(-1L);

    private final JdbcClient jdbc;

    public MessageLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page.
     *
     * @param after the last one seen, or {@code null} for the first page
     */
    public List<MessageLine> page(long campaignId, MessageFilter filter, MessageCursor after, int limit) {
        Map<Long, Integer> waves = waves(campaignId, filter);
        List<MessageLine> page = new ArrayList<>();
        for (MessageGroup group : groups(waves, filter)) {
            int order = after == null ? 1 : MessageGroup.ORDER.compare(group, after.group());
            if (order >= 0 && page.size() < limit) {
                long from = order == 0 && after != null ? after.id() : 0;
                page.addAll(lines(group, waves.get(group.waveId()), filter, from, limit - page.size()));
            }
        }
        return page;
    }

    private Map<Long, Integer> waves(long campaignId, MessageFilter filter) {
        Map<Long, Integer> waves = new LinkedHashMap<>();
        jdbc
                .sql("SELECT id, position FROM wave WHERE campaign_id = ? ORDER BY position")
                .param(campaignId)
                .query((row, n) -> Map.entry(row.getLong("id"), row.getInt("position")))
                .list()
                .stream()
                .filter(wave -> filter.waveId() == null || filter.waveId().equals(wave.getKey()))
                .forEach(wave -> waves.put(wave.getKey(), wave.getValue()));
        return waves;
    }

    private List<MessageGroup> groups(Map<Long, Integer> waves, MessageFilter filter) {
        MessageStatus wanted =
                filter.fault() == null ? filter.status() : filter.fault().status();
        List<MessageGroup> groups = new ArrayList<>();
        for (Long wave : waves.keySet()) {
            for (String status : values("status", "", wave)) {
                if (wanted == null || wanted.name().equals(status)) {
                    for (String operator : values("operator_code", "AND status = ?", wave, status)) {
                        if (filter.operator() == null || filter.operator().equals(operator)) {
                            values("segments", "AND status = ? AND operator_code = ?", wave, status, operator)
                                    .forEach(segments -> groups.add(new MessageGroup(
                                            wave,
                                            MessageStatus.valueOf(status),
                                            operator,
                                            Integer.parseInt(segments))));
                        }
                    }
                }
            }
        }
        groups.sort(MessageGroup.ORDER);
        return groups;
    }

    // By jumps in the index from each value to the next. Of one GROUP BY over a wave that is nearly the whole table
    // MySQL
    // reads every entry.
    private List<String> values(String column, String before, Object... fixed) {
        String sql = "SELECT MIN(%1$s) FROM message WHERE wave_id = ? %2$s AND %1$s > ?".formatted(column, before);
        Object start = column.equals("segments") ? "0" : "";
        List<String> values = new ArrayList<>();
        for (String next = next(sql, fixed, start); next != null; next = next(sql, fixed, next)) {
            values.add(next);
        }
        return values;
    }

    private String next(String sql, Object[] fixed, Object after) {
        return jdbc.sql(sql)
                .params(fixed)
                .param(after)
                .query((row, n) -> row.getString(1))
                .optional()
                .orElse(null);
    }

    private List<MessageLine> lines(MessageGroup group, int wave, MessageFilter filter, long from, int limit) {
        Fault fault = filter.fault();
        String unit = filter.unitId() == null ? "" : " AND r.unit_id IN (:units)";
        var query = jdbc.sql("""
                        SELECT m.id, m.msisdn, m.link, m.submitted_at, m.final_at, m.detail, u.name AS unit
                        FROM message m LEFT JOIN recipient r ON r.id = m.recipient_id LEFT JOIN unit u ON u.id = r.unit_id
                        WHERE m.wave_id = :wave AND m.status = :status AND m.operator_code = :operator
                            AND m.segments = :segments AND m.id > :from
                        """ + unit + (fault == null ? "" : because(fault)) + " ORDER BY m.id LIMIT :limit")
                .param("wave", group.waveId())
                .param("status", group.status().name())
                .param("operator", group.operator())
                .param("segments", group.segments())
                .param("from", from)
                .param("limit", limit)
                .param("units", filter.unitId() == null ? NONE : units(filter.unitId()));
        if (fault != null) {
            query = query.param("refused", fault.commandStatus())
                    .param("told", fault.receiptState())
                    .param("error", fault.receiptError());
        }
        return query.query((row, n) -> new MessageLine(
                        row.getLong("id"),
                        wave,
                        row.getString("msisdn"),
                        row.getString("unit"),
                        group.operator(),
                        row.getString("link"),
                        group.status(),
                        group.segments(),
                        Utc.instant(row, "submitted_at"),
                        Utc.instant(row, "final_at"),
                        row.getString("detail"),
                        new MessageCursor(
                                group.waveId(), group.status(), group.operator(), group.segments(), row.getLong("id"))))
                .list();
    }

    private List<Long> units(long unit) {
        List<Long> all = new UnitTree(jdbc).withSubUnits(List.of(unit));
        return all.isEmpty() ? NONE : all;
    }

    /** As {@link vn.canhbao.core.fault.Faults} counts it. */
    private static String because(Fault fault) {
        String refused = "(SELECT MAX(s.command_status) FROM message_segment s"
                + " WHERE s.message_id = m.id AND s.command_status <> 0)";
        String told = "(SELECT MAX(s.%s) FROM message_segment s WHERE s.message_id = m.id"
                + " AND s.receipt_state IN ('EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED'))";
        if (fault.commandStatus() != null) {
            return " AND " + refused + " = :refused";
        }
        return " AND " + refused + " IS NULL"
                + same(told.formatted("receipt_state"), fault.receiptState(), ":told")
                + same(told.formatted("receipt_error"), fault.receiptError(), ":error");
    }

    private static String same(String expression, String value, String parameter) {
        // Without a receipt there is no error either.
        return " AND " + expression + (value == null ? " IS NULL" : " = " + parameter);
    }
}
