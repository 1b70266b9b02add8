package vn.canhbao.core.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Why the FAILED and EXPIRED messages of a wave did not arrive: from their segments' answers and receipts. */
final class FailedMessages {

    /** Of one wave, a row a message. */
    static final String ONE_BY_ONE = """
            SELECT m.id, m.operator_code, m.status, CASE WHEN m.submitted_at IS NULL THEN 0 ELSE 1 END AS submitted,
                MAX(s.command_status) AS command_status,
                MAX(CASE WHEN s.receipt_state IN ('EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED')
                    THEN s.receipt_state END) AS receipt_state
            FROM message m LEFT JOIN message_segment s ON s.message_id = m.id
            WHERE m.wave_id = ? AND m.status IN ('FAILED', 'EXPIRED')
            GROUP BY m.id, m.operator_code, m.status, m.submitted_at
            """;

    /** Of one wave, counted. */
    static final String COUNTED = """
            SELECT operator_code, status, submitted, command_status, receipt_state, COUNT(*) AS messages
            FROM (%s) undelivered
            GROUP BY operator_code, status, submitted, command_status, receipt_state
            """.formatted(ONE_BY_ONE);

    private FailedMessages() {}

    static FailureReason reason(ResultSet row) throws SQLException {
        return FailureReason.of(
                row.getString("status").equals("EXPIRED"),
                row.getBoolean("submitted"),
                row.getObject("command_status", Integer.class),
                row.getString("receipt_state"));
    }
}
