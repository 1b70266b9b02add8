package vn.canhbao.report.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.report.ReportPeriod;

/**
 * When the report of each month, quarter or year is made.
 *
 * @param day of the first month after the period, 1 to 28
 * @param time in Vietnam
 * @param addressees e-mail addresses; may be empty: then it is only archived
 * @param failure why the last run made nothing, or {@code null}
 */
public record ReportSchedule(
        ReportPeriod.Kind kind, boolean enabled, int day, LocalTime time, List<String> addressees, String failure) {

    /** The kinds that come again and again. */
    public static final List<ReportPeriod.Kind> KINDS =
            List.of(ReportPeriod.Kind.MONTH, ReportPeriod.Kind.QUARTER, ReportPeriod.Kind.YEAR);

    static ReportSchedule unset(ReportPeriod.Kind kind) {
        return new ReportSchedule(kind, false, 5, LocalTime.of(7, 30), List.of(), null);
    }

    /** As Quartz reads it: {@code 0 30 7 5 1,4,7,10 ?}. */
    public String cron() {
        String months = switch (kind) {
            case MONTH -> "*";
            case QUARTER -> "1,4,7,10";
            case YEAR -> "1";
            case ANY -> throw new IllegalStateException("no schedule has any period");
        };
        return "0 " + time.getMinute() + " " + time.getHour() + " " + day + " " + months + " ?";
    }

    /**
     * The period whose report is the last one due. A firing told late makes the report that was missed, not one of a period
     * whose day has not come.
     */
    public ReportPeriod lastDue(Instant now) {
        ZonedDateTime local = now.atZone(ClockConfiguration.LOCAL);
        ReportPeriod running = containing(local.toLocalDate());
        ZonedDateTime due =
                YearMonth.from(running.from()).atDay(day).atTime(time).atZone(ClockConfiguration.LOCAL);
        return local.isBefore(due) ? running.before().before() : running.before();
    }

    private ReportPeriod containing(LocalDate date) {
        return ReportPeriod.parse(
                switch (kind) {
                    case MONTH -> YearMonth.from(date).toString();
                    case QUARTER -> date.getYear() + "-Q" + (date.getMonthValue() + 2) / 3;
                    case YEAR -> Integer.toString(date.getYear());
                    case ANY -> throw new IllegalStateException("no schedule has any period");
                });
    }
}
