package vn.canhbao.core.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The report of what retention took away. */
@Repository
public class RetentionRuns {

    private static final int FAILURE_LENGTH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    public RetentionRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long begin(DataClass dataClass, LocalDate upTo) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO retention_run (data_class, up_to, started_at, removed, complete) VALUES (?, ?, ?, 0, FALSE)")
                .params(dataClass.name(), upTo, Utc.column(clock.instant()))
                .update(key, "id");
        return key.getKey().longValue();
    }

    void end(long id, long removed, boolean complete, String failure) {
        jdbc.sql("UPDATE retention_run SET ended_at = ?, removed = ?, complete = ?, failure = ? WHERE id = ?")
                .params(
                        Utc.column(clock.instant()),
                        removed,
                        complete,
                        failure == null ? null : failure.substring(0, Math.min(failure.length(), FAILURE_LENGTH)),
                        id)
                .update();
    }

    /**
     * The newest first.
     *
     * @param before id of the last one seen, or {@code null}
     */
    public List<RetentionRun> page(Long before, int limit) {
        return jdbc.sql("SELECT * FROM retention_run WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query((row, n) -> new RetentionRun(
                        row.getLong("id"),
                        DataClass.valueOf(row.getString("data_class")),
                        row.getObject("up_to", LocalDate.class),
                        Utc.instant(row, "started_at"),
                        Utc.instant(row, "ended_at"),
                        row.getLong("removed"),
                        row.getBoolean("complete"),
                        row.getString("failure")))
                .list();
    }
}
