package vn.canhbao.core.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.message.MessageStatus;

/**
 * Whom a campaign did not reach and may reach again: the last message to the number FAILED or EXPIRED, none other is on its
 * way, and no message of this campaign was delivered to it or may have been.
 */
@Repository
public class Faults {

    /** What a page counts: reading more rows than this would take longer than a page may. */
    public static final int COUNTED = 5_000;

    // Each look is one range of the index on (msisdn, wave_id) or a primary key. COUNT, not EXISTS, of which MySQL
    // makes
    // a join that reads whole waves.
    private static final String UNREACHED = """
            FROM (
                SELECT m.id, m.recipient_id, m.status, m.operator_code,
                    (SELECT MAX(s.command_status) FROM message_segment s
                        WHERE s.message_id = m.id AND s.command_status <> 0) AS refused,
                    (SELECT MAX(s.receipt_state) FROM message_segment s
                        WHERE s.message_id = m.id AND s.receipt_state IN ('EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED'))
                        AS told,
                    (SELECT MAX(s.receipt_error) FROM message_segment s
                        WHERE s.message_id = m.id AND s.receipt_state IN ('EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED'))
                        AS error
                FROM message m
                WHERE m.wave_id IN (:waves) AND m.status IN ('FAILED', 'EXPIRED')
                    AND (SELECT COUNT(*) FROM message o WHERE o.msisdn = m.msisdn AND o.wave_id IN (:waves) AND o.id <> m.id
                        AND (o.status NOT IN ('FAILED', 'EXPIRED', 'CANCELLED', 'SUPPRESSED')
                            OR (o.wave_id > m.wave_id AND o.status <> 'CANCELLED'))) = 0
                    AND (SELECT COUNT(*) FROM retry_recipient chosen WHERE chosen.wave_id IN (:pending)
                        AND chosen.recipient_id = m.recipient_id) = 0
                %s) unreached
            """;

    private static final List<Long> NONE = List.of(-1L);

    private final JdbcClient jdbc;

    public Faults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reasons, the most frequent first; of the first {@link #COUNTED} messages. */
    public List<FaultCount> counts(long campaignId) {
        return jdbc
                .sql("SELECT status, refused, told, error, COUNT(*) AS people "
                        + UNREACHED.formatted("LIMIT " + COUNTED)
                        + " GROUP BY status, refused, told, error ORDER BY COUNT(*) DESC, refused, told, error")
                .params(scope(campaignId))
                .query((row, n) -> new FaultCount(fault(row), row.getLong("people")))
                .list()
                .stream()
                // Where a segment was refused the receipts of the others don't count: two rows may be one reason.
                .collect(Collectors.groupingBy(FaultCount::fault, Collectors.summingLong(FaultCount::people)))
                .entrySet()
                .stream()
                .map(one -> new FaultCount(one.getKey(), one.getValue()))
                .sorted((one, other) -> Long.compare(other.people(), one.people()))
                .toList();
    }

    /**
     * The people, by recipient id, each once.
     *
     * @param operator only those of one operator, or {@code null}
     */
    public List<Long> recipients(long campaignId, Collection<Fault> faults, String operator) {
        if (faults.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("SELECT recipient_id, status, refused, told, error "
                        + UNREACHED.formatted(operator == null ? "" : "AND m.operator_code = :operator")
                        + " ORDER BY recipient_id")
                .params(scope(campaignId))
                .param("operator", operator)
                .query((row, n) -> Map.entry(row.getLong("recipient_id"), fault(row)))
                .list()
                .stream()
                .filter(one -> faults.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    private Map<String, Object> scope(long campaignId) {
        List<Long> waves = jdbc.sql("SELECT id FROM wave WHERE campaign_id = ?")
                .param(campaignId)
                .query(Long.class)
                .list();
        // Their messages are not written yet, or not all.
        List<Long> pending = jdbc.sql("""
                        SELECT w.id FROM wave w JOIN retry r ON r.wave_id = w.id
                        WHERE w.campaign_id = ? AND w.prepared_at IS NULL AND w.status NOT IN ('CANCELLED', 'MISSED')
                        """).param(campaignId).query(Long.class).list();
        return Map.of("waves", waves.isEmpty() ? NONE : waves, "pending", pending.isEmpty() ? NONE : pending);
    }

    private static Fault fault(ResultSet row) throws SQLException {
        MessageStatus status = MessageStatus.valueOf(row.getString("status"));
        int refused = row.getInt("refused");
        return new Fault(status, row.wasNull() ? null : refused, row.getString("told"), row.getString("error"));
    }
}
