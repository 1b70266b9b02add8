package vn.canhbao.report.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportPeriod;

/** The tables of runs and their files; rows are only ever added. */
@Repository
public class ReportRuns {

    private final JdbcClient jdbc;

    public ReportRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run, or {@link NotFound}. */
    public ReportRun get(long id) {
        return jdbc.sql("SELECT * FROM report_run WHERE id = ?")
                .param(id)
                .query(ReportRuns::run)
                .optional()
                .orElseThrow(
                        () -> new NotFound("Không có báo cáo lưu trữ số " + id + " (no archived report " + id + ")"));
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null} for the first page. */
    public List<ReportRun> page(Long before, int limit) {
        return jdbc.sql("SELECT * FROM report_run WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(ReportRuns::run)
                .list();
    }

    /** Whether the schedule has made this period's report. */
    public boolean scheduledExists(ReportPeriod period) {
        return jdbc.sql("SELECT COUNT(*) FROM report_run WHERE scheduled_for = ?")
                        .param(period.text())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The files with their bytes, by format; none for a run that isn't there. */
    public List<ArchivedFile> files(long runId) {
        return jdbc.sql("SELECT format, name, sha256, content FROM report_file WHERE run_id = ? ORDER BY format")
                .param(runId)
                .query(ReportRuns::file)
                .list();
    }

    /** One file, or {@link NotFound}. */
    public ArchivedFile file(long runId, ReportFormat format) {
        return jdbc.sql("SELECT format, name, sha256, content FROM report_file WHERE run_id = ? AND format = ?")
                .params(runId, format.name())
                .query(ReportRuns::file)
                .optional()
                .orElseThrow(() -> new NotFound("Không có tệp này (no such file)"));
    }

    /** With its files; fails on a period's second scheduled run (a unique key). */
    long add(ReportDraft draft, boolean scheduled, String maker, java.time.Instant at, List<ArchivedFile> files) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO report_run (draft_id, draft_version, period, subject, scheduled_for, made_by, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        draft.id(),
                        draft.version(),
                        draft.period().text(),
                        draft.subject(),
                        scheduled ? draft.period().text() : null,
                        maker,
                        Utc.column(at))
                .update(key, "id");
        long id = key.getKey().longValue();
        files.forEach(file -> jdbc.sql(
                        "INSERT INTO report_file (run_id, format, name, sha256, content) VALUES (?, ?, ?, ?, ?)")
                .params(id, file.format().name(), file.name(), file.sha256(), file.content())
                .update());
        return id;
    }

    private static ReportRun run(ResultSet row, int n) throws SQLException {
        return new ReportRun(
                row.getLong("id"),
                row.getLong("draft_id"),
                row.getInt("draft_version"),
                ReportPeriod.parse(row.getString("period")),
                row.getString("subject"),
                row.getString("scheduled_for") != null,
                row.getString("made_by"),
                Utc.instant(row, "made_at"));
    }

    private static ArchivedFile file(ResultSet row, int n) throws SQLException {
        return new ArchivedFile(
                ReportFormat.valueOf(row.getString("format")),
                row.getString("name"),
                row.getString("sha256"),
                row.getBytes("content"));
    }
}
