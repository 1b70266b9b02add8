package vn.canhbao.core.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.calendar.HolidaysChanged;
import vn.canhbao.core.calendar.SendingWindow;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** Windows and caps that an administrator set in place of the configured ones; asked each time, so every server follows. */
@Component
public class SendingLimits {

    /** The scope of the cap over all classes. */
    public static final String ALL = "ALL";

    private static final int MOST = 1000;
    private static final int LONGEST_HOURS = 24 * 31;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public SendingLimits(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What was set; {@code null} is as configured.
     *
     * @param hours {@code 07:00-22:00}, as in {@code canhbao.windows.…hours}
     * @param daysOff hours of days off, {@code closed} or {@code as-usual}
     * @param most messages: of a class in a day, of {@link #ALL} in {@code withinHours}; 0: no limit
     */
    public record Limit(String hours, String daysOff, Integer most, Integer withinHours) {

        static final Limit NONE = new Limit(null, null, null, null);
    }

    /** What was set for a message class or {@link #ALL}. */
    public Limit of(String scope) {
        return find(scope).orElse(Limit.NONE);
    }

    /** The window that was set, else {@code configured}. */
    SendingWindow window(MessageClass messageClass, SendingWindow configured) {
        Limit limit = of(messageClass.name());
        return limit.hours() == null && limit.daysOff() == null
                ? configured
                : SendingWindow.parse(
                        limit.hours() == null ? configured.hours() : limit.hours(),
                        limit.daysOff() == null ? configured.hoursOnDaysOff() : limit.daysOff());
    }

    /** Sets a scope's limits; with nothing but {@code null} it is as configured again. */
    @Transactional
    public void set(String scope, Limit given, String actor) {
        boolean all = ALL.equals(scope);
        if (!all
                && !List.of(MessageClass.values()).stream()
                        .map(Enum::name)
                        .toList()
                        .contains(scope)) {
            throw new NotFound("Không có loại tin " + scope + " (no such message class)");
        }
        Limit limit = new Limit(open(given.hours()), open(given.daysOff()), given.most(), given.withinHours());
        List<FieldProblem> problems = new ArrayList<>();
        if (all && (limit.hours() != null || limit.daysOff() != null)) {
            problems.add(new FieldProblem("hours", "khung giờ đặt theo từng loại tin (windows are set by class)"));
        }
        if (!all && limit.withinHours() != null) {
            problems.add(new FieldProblem("withinHours", "chỉ đặt cho mọi loại, ALL (only over all classes)"));
        }
        try {
            SendingWindow.parse(
                    limit.hours() == null ? "closed" : limit.hours(),
                    limit.daysOff() == null ? "closed" : limit.daysOff());
        } catch (IllegalArgumentException wrong) {
            problems.add(new FieldProblem("hours", wrong.getMessage()));
        }
        between(0, MOST, limit.most(), "most", problems);
        between(1, LONGEST_HOURS, limit.withinHours(), "withinHours", problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        write(scope, limit, actor);
        audit.record(actor, "LIMITS_SET", "limits " + scope, words(limit));
        // Whoever keeps calendars makes them anew.
        events.publishEvent(new HolidaysChanged());
    }

    private void write(String scope, Limit limit, String actor) {
        jdbc.sql("DELETE FROM sending_limit WHERE scope = ?").param(scope).update();
        if (!limit.equals(Limit.NONE)) {
            jdbc.sql("""
                            INSERT INTO sending_limit (scope, hours, days_off, most, within_hours, changed_by, changed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            scope,
                            limit.hours(),
                            limit.daysOff(),
                            limit.most(),
                            limit.withinHours(),
                            actor,
                            Utc.column(clock.instant()))
                    .update();
        }
    }

    private static String words(Limit limit) {
        return limit.equals(Limit.NONE)
                ? "as configured"
                : "hours " + limit.hours() + ", days off " + limit.daysOff() + ", most " + limit.most() + ", within "
                        + limit.withinHours() + " h";
    }

    private static void between(int least, int most, Integer value, String field, List<FieldProblem> problems) {
        if (value != null && (value < least || value > most)) {
            problems.add(
                    new FieldProblem(field, "từ " + least + " đến " + most + " (from " + least + " to " + most + ")"));
        }
    }

    private static String open(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Optional<Limit> find(String scope) {
        return jdbc.sql("SELECT hours, days_off, most, within_hours FROM sending_limit WHERE scope = ?")
                .param(scope)
                .query((row, n) -> new Limit(
                        row.getString("hours"),
                        row.getString("days_off"),
                        row.getObject("most", Integer.class),
                        row.getObject("within_hours", Integer.class)))
                .optional();
    }
}
