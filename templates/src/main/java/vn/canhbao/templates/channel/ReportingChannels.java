package vn.canhbao.templates.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** The reporting channels. A change of what stands in messages takes the verification away; every change is audited. */
@Repository
@Transactional
public class ReportingChannels {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 40;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    public ReportingChannels(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ReportingChannel> all() {
        return jdbc.sql("SELECT * FROM reporting_channel ORDER BY code")
                .query(ReportingChannels::channel)
                .list();
    }

    /** The channel, or {@link NotFound}. */
    @Transactional(readOnly = true)
    public ReportingChannel get(String code) {
        return jdbc.sql("SELECT * FROM reporting_channel WHERE code = ?")
                .param(code)
                .query(ReportingChannels::channel)
                .optional()
                .orElseThrow(() -> new NotFound("Không có kênh “" + code + "” (no such channel)"));
    }

    public ReportingChannel create(String code, String name, String text, String actor) {
        List<FieldProblem> problems = problems(name, text);
        if (code == null || !code.matches("[a-z0-9_]{1,30}")) {
            problems.add(
                    new FieldProblem("code", "1 đến 30 chữ thường không dấu, chữ số, '_' (1 to 30 of a-z, 0-9 and _)"));
        }
        refuse(problems);
        try {
            jdbc.sql("INSERT INTO reporting_channel (code, name, text, changed_by, changed_at) VALUES (?, ?, ?, ?, ?)")
                    .params(code, name.strip(), text.strip(), actor, Utc.column(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.of("code", "đã có kênh này, hãy sửa nó (this channel exists: change it)");
        }
        audit.record(actor, "CHANNEL_CREATED", "channel " + code, text.strip());
        return get(code);
    }

    public ReportingChannel change(String code, String name, String text, String actor) {
        ReportingChannel before = get(code);
        refuse(problems(name, text));
        boolean same = before.text().equals(text.strip());
        jdbc.sql("""
                        UPDATE reporting_channel SET name = ?, text = ?, verified_on = ?, verified_by = ?, changed_by = ?,
                            changed_at = ? WHERE code = ?
                        """)
                .params(
                        name.strip(),
                        text.strip(),
                        same ? before.verifiedOn() : null,
                        same ? before.verifiedBy() : null,
                        actor,
                        Utc.column(clock.instant()),
                        code)
                .update();
        audit.record(actor, "CHANNEL_CHANGED", "channel " + code, before.text() + " -> " + text.strip());
        return get(code);
    }

    /** Somebody has tried the channel on this day and it answered; {@code null}: today. */
    public ReportingChannel verify(String code, LocalDate on, String actor) {
        get(code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
        LocalDate day = on == null ? today : on;
        if (day.isAfter(today)) {
            throw InvalidInput.of("verifiedOn", "ngày kiểm tra không thể ở tương lai (not in the future)");
        }
        jdbc.sql("""
                        UPDATE reporting_channel SET verified_on = ?, verified_by = ?, changed_by = ?, changed_at = ?
                        WHERE code = ?
                        """)
                .params(day, actor, actor, Utc.column(clock.instant()), code)
                .update();
        audit.record(actor, "CHANNEL_VERIFIED", "channel " + code, day.toString());
        return get(code);
    }

    private static List<FieldProblem> problems(String name, String text) {
        List<FieldProblem> problems = new ArrayList<>();
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.add(
                    new FieldProblem("name", "nhập tên kênh, nhiều nhất 200 ký tự (a name, at most 200 characters)"));
        }
        if (text == null || text.isBlank() || text.strip().length() > LONGEST_TEXT || text.contains("{{")) {
            problems.add(
                    new FieldProblem(
                            "text",
                            "nhập số hoặc tên kênh như trong tin, nhiều nhất 40 ký tự (as it stands in messages, at most 40 characters)"));
        }
        return problems;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static ReportingChannel channel(ResultSet row, int n) throws SQLException {
        return new ReportingChannel(
                row.getString("code"),
                row.getString("name"),
                row.getString("text"),
                row.getObject("verified_on", LocalDate.class),
                row.getString("verified_by"),
                row.getString("changed_by"),
                Utc.instant(row, "changed_at"));
    }
}
