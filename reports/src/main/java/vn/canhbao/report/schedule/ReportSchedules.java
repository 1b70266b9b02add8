package vn.canhbao.report.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.report.ReportPeriod;

/** The table of schedules, one row a kind of period. */
@Repository
public class ReportSchedules {

    private final JdbcClient jdbc;
    private final Clock clock;

    public ReportSchedules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Month, quarter, year; one that nobody has set is off. */
    public List<ReportSchedule> all() {
        return ReportSchedule.KINDS.stream().map(this::get).toList();
    }

    public ReportSchedule get(ReportPeriod.Kind kind) {
        return jdbc.sql("SELECT * FROM report_schedule WHERE kind = ?")
                .param(kind.name())
                .query(ReportSchedules::schedule)
                .optional()
                .orElseGet(() -> ReportSchedule.unset(kind));
    }

    void put(ReportSchedule schedule, String person) {
        Object[] values = {
            schedule.enabled(),
            schedule.day(),
            schedule.time().toString(),
            String.join("\n", schedule.addressees()),
            person,
            Utc.column(clock.instant()),
            schedule.kind().name()
        };
        int changed = jdbc.sql("""
                UPDATE report_schedule SET enabled = ?, day_no = ?, at_time = ?, addressees = ?, changed_by = ?, changed_at = ?
                WHERE kind = ?
                """).params(values).update();
        if (changed == 0) {
            jdbc.sql("""
                    INSERT INTO report_schedule (enabled, day_no, at_time, addressees, changed_by, changed_at, kind)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """).params(values).update();
        }
    }

    /** @param failure {@code null} once it worked */
    void failure(ReportPeriod.Kind kind, String failure) {
        jdbc.sql("UPDATE report_schedule SET failure = ? WHERE kind = ?")
                .params(failure, kind.name())
                .update();
    }

    private static ReportSchedule schedule(ResultSet row, int n) throws SQLException {
        return new ReportSchedule(
                ReportPeriod.Kind.valueOf(row.getString("kind")),
                row.getBoolean("enabled"),
                row.getInt("day_no"),
                LocalTime.parse(row.getString("at_time")),
                row.getString("addressees").lines().toList(),
                row.getString("failure"));
    }
}
