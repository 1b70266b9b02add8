package vn.canhbao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** The table of reports that people edit. */
@Repository
public class ReportDrafts {

    private final JdbcClient jdbc;
    private final Clock clock;

    public ReportDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The draft, or {@link NotFound}. */
    public ReportDraft get(long id) {
        return jdbc.sql("SELECT * FROM report_draft WHERE id = ?")
                .param(id)
                .query(ReportDrafts::draft)
                .optional()
                .orElseThrow(() -> new NotFound("Không có báo cáo số " + id + " (no report " + id + ")"));
    }

    /** Newest first; {@code before} is the id of the last one seen, or {@code null} for the first page. */
    public List<ReportDraft> page(Long before, int limit) {
        return jdbc.sql("SELECT * FROM report_draft WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before == null ? Long.MAX_VALUE : before, limit)
                .query(ReportDrafts::draft)
                .list();
    }

    /** The last one begun for this very period. */
    public Optional<ReportDraft> newestOf(ReportPeriod period) {
        return jdbc.sql("SELECT * FROM report_draft WHERE period = ? ORDER BY id DESC LIMIT 1")
                .param(period.text())
                .query(ReportDrafts::draft)
                .optional();
    }

    long add(ReportPeriod period, ReportDraft.Words words, String author) {
        var key = new GeneratedKeyHolder();
        parameters(jdbc.sql("""
                        INSERT INTO report_draft (period, subject, addressees, bases, section1, section2, section3, section4,
                            receivers, signer_title, signer_name, version, created_by, created_at, changed_by, changed_at)
                        VALUES (:period, :subject, :addressees, :bases, :section1, :section2, :section3, :section4,
                            :receivers, :signerTitle, :signerName, 0, :person, :now, :person, :now)
                        """), words, author).param("period", period.text()).update(key, "id");
        return key.getKey().longValue();
    }

    /** {@code false} if it is not there in this version any more. */
    boolean change(long id, int version, ReportDraft.Words words, String editor) {
        return parameters(jdbc.sql("""
                                UPDATE report_draft SET subject = :subject, addressees = :addressees, bases = :bases,
                                    section1 = :section1, section2 = :section2, section3 = :section3, section4 = :section4,
                                    receivers = :receivers, signer_title = :signerTitle, signer_name = :signerName,
                                    version = version + 1, changed_by = :person, changed_at = :now
                                WHERE id = :id AND version = :version
                                """), words, editor)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec parameters(
            JdbcClient.StatementSpec statement, ReportDraft.Words words, String person) {
        return statement
                .param("subject", words.subject())
                .param("addressees", joined(words.addressees()))
                .param("bases", joined(words.bases()))
                .param("section1", joined(words.sections().get(0)))
                .param("section2", joined(words.sections().get(1)))
                .param("section3", joined(words.sections().get(2)))
                .param("section4", joined(words.sections().get(3)))
                .param("receivers", joined(words.receivers()))
                .param("signerTitle", joined(words.signerTitle()))
                .param("signerName", words.signerName())
                .param("person", person)
                .param("now", Utc.column(clock.instant()));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }

    private static List<String> lines(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    private static ReportDraft draft(ResultSet row, int n) throws SQLException {
        return new ReportDraft(
                row.getLong("id"),
                ReportPeriod.parse(row.getString("period")),
                row.getString("subject"),
                lines(row, "addressees"),
                lines(row, "bases"),
                List.of(lines(row, "section1"), lines(row, "section2"), lines(row, "section3"), lines(row, "section4")),
                lines(row, "receivers"),
                lines(row, "signer_title"),
                row.getString("signer_name"),
                row.getInt("version"),
                row.getString("created_by"),
                Utc.instant(row, "created_at"),
                row.getString("changed_by"),
                Utc.instant(row, "changed_at"));
    }
}
