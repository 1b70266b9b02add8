package vn.canhbao.core.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** What the full counts found. */
@Repository
public class TallyChecks {

    private static final int MOST_NAMED = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public TallyChecks(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The newest first; {@code before} is the last id seen, or {@code null}. */
    public List<TallyCheck> page(Long before, int limit) {
        return jdbc.sql("SELECT * FROM statistics_check WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query((row, n) -> check(row))
                .list();
    }

    public TallyCheck get(long id) {
        return jdbc.sql("SELECT * FROM statistics_check WHERE id = ?")
                .param(id)
                .query((row, n) -> check(row))
                .optional()
                .orElseThrow(() -> new NotFound("lần đối soát (check) " + id));
    }

    /** The first thousand. */
    public List<Difference> differences(long id) {
        return jdbc.sql("""
                SELECT * FROM statistics_difference WHERE check_id = ? ORDER BY check_id, wave_id, operator_code, figure LIMIT %d
                """.formatted(MOST_NAMED))
                .param(id)
                .query((row, n) -> new Difference(
                        row.getLong("campaign_id"),
                        row.getLong("wave_id"),
                        row.getString("operator_code"),
                        row.getString("figure"),
                        row.getLong("kept"),
                        row.getLong("counted")))
                .list();
    }

    long begin(String actor, Instant now) {
        jdbc.sql("""
                INSERT INTO statistics_check (started_by, started_at, waves, messages, erased, differences)
                VALUES (?, ?, 0, 0, 0, 0)
                """).params(actor, Utc.column(now)).update();
        return jdbc.sql("SELECT MAX(id) FROM statistics_check WHERE started_by = ? AND started_at = ?")
                .params(actor, Utc.column(now))
                .query(Long.class)
                .single();
    }

    void add(long check, List<Difference> differences) {
        batches.batchUpdate(
                "INSERT INTO statistics_difference (check_id, campaign_id, wave_id, operator_code, figure, kept, counted)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                differences.stream()
                        .map(one -> new Object[] {
                            check, one.campaign(), one.wave(), one.operator(), one.figure(), one.kept(), one.counted()
                        })
                        .toList());
    }

    void end(TallyCheck check) {
        jdbc.sql("""
                UPDATE statistics_check SET ended_at = ?, waves = ?, messages = ?, erased = ?, differences = ? WHERE id = ?
                """)
                .params(
                        Utc.column(check.endedAt()),
                        check.waves(),
                        check.messages(),
                        check.erased(),
                        check.differences(),
                        check.id())
                .update();
    }

    private static TallyCheck check(ResultSet row) throws SQLException {
        return new TallyCheck(
                row.getLong("id"),
                row.getString("started_by"),
                Utc.instant(row, "started_at"),
                Utc.instant(row, "ended_at"),
                row.getLong("waves"),
                row.getLong("messages"),
                row.getLong("erased"),
                row.getLong("differences"));
    }
}
