package vn.canhbao.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** Reads the broadcasts of a period that their operators have reported, for statistics and the official report. */
@Repository
public class ReportedBroadcasts {

    private final JdbcClient jdbc;

    public ReportedBroadcasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that began in the period, in order; one that has no report yet is in none. */
    public List<ReportedBroadcast> of(ReportPeriod period) {
        return jdbc.sql("""
                SELECT b.id, COALESCE(o.display_name, b.operator_code) AS operator, b.topic, b.area, b.sent_on,
                    SUM(c.subscribers) AS subscribers, SUM(c.sent) AS sent, SUM(c.delivered) AS delivered,
                    SUM(c.failed) AS failed
                FROM broadcast b
                JOIN broadcast_count c ON c.broadcast_id = b.id
                LEFT JOIN operator o ON o.code = b.operator_code
                WHERE b.status = 'REPORTED' AND b.sent_on >= ? AND b.sent_on < ?
                GROUP BY b.id, o.display_name, b.operator_code, b.topic, b.area, b.sent_on
                ORDER BY b.sent_on, b.id
                """)
                .params(Utc.column(period.start()), Utc.column(period.end()))
                .query((row, n) -> new ReportedBroadcast(
                        row.getLong("id"),
                        row.getString("operator"),
                        row.getString("topic"),
                        row.getString("area"),
                        Utc.instant(row, "sent_on"),
                        row.getLong("subscribers"),
                        row.getLong("sent"),
                        row.getLong("delivered"),
                        row.getLong("failed")))
                .list();
    }
}
