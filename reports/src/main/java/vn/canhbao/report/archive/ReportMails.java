package vn.canhbao.report.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;

/** The table of mails; a mail is claimed before it is sent, so that two processes don't send it both. */
@Repository
public class ReportMails {

    private final JdbcClient jdbc;

    public ReportMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run's mails by address. */
    public List<ReportMail> ofRun(long runId) {
        return jdbc.sql("SELECT * FROM report_mail WHERE run_id = ? ORDER BY address")
                .param(runId)
                .query(ReportMails::mail)
                .list();
    }

    void add(long runId, List<String> addresses, Instant now) {
        addresses.stream()
                .distinct()
                .forEach(address ->
                        jdbc.sql("""
                        INSERT INTO report_mail (run_id, address, status, attempts, next_at)
                        VALUES (?, ?, 'WAITING', 0, ?)
                        """).params(runId, address, Utc.column(now)).update());
    }

    List<ReportMail> due(Instant now, int limit) {
        return jdbc.sql("SELECT * FROM report_mail WHERE status = 'WAITING' AND next_at <= ? ORDER BY next_at LIMIT ?")
                .params(Utc.column(now), limit)
                .query(ReportMails::mail)
                .list();
    }

    /** Counts an attempt and sets the next one; {@code false} if another process did. */
    boolean claim(ReportMail mail, Instant next) {
        return jdbc.sql("""
                        UPDATE report_mail SET attempts = attempts + 1, next_at = ?
                        WHERE run_id = ? AND address = ? AND status = 'WAITING' AND attempts = ?
                        """)
                        .params(Utc.column(next), mail.runId(), mail.address(), mail.attempts())
                        .update()
                == 1;
    }

    void sent(ReportMail mail, Instant now) {
        jdbc.sql("""
                UPDATE report_mail SET status = 'SENT', next_at = NULL, sent_at = ?, detail = NULL
                WHERE run_id = ? AND address = ?
                """).params(Utc.column(now), mail.runId(), mail.address()).update();
    }

    /** @param last whether it is given up; the next attempt stands otherwise */
    void failed(ReportMail mail, String detail, boolean last) {
        String cut = detail.length() > 500 ? detail.substring(0, 500) : detail;
        jdbc.sql(
                        last
                                ? "UPDATE report_mail SET detail = ?, status = 'FAILED', next_at = NULL WHERE run_id = ? AND address = ?"
                                : "UPDATE report_mail SET detail = ? WHERE run_id = ? AND address = ?")
                .params(cut, mail.runId(), mail.address())
                .update();
    }

    /** Puts a run's failed mails back; how many. */
    int again(long runId, Instant now) {
        return jdbc.sql("""
                UPDATE report_mail SET status = 'WAITING', attempts = 0, next_at = ?
                WHERE run_id = ? AND status = 'FAILED'
                """).params(Utc.column(now), runId).update();
    }

    private static ReportMail mail(ResultSet row, int n) throws SQLException {
        return new ReportMail(
                row.getLong("run_id"),
                row.getString("address"),
                MailStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                Utc.instant(row, "next_at"),
                Utc.instant(row, "sent_at"),
                row.getString("detail"));
    }
}
