package vn.canhbao.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.problem.InvalidInput;

/**
 * The days that a report covers, in Vietnamese time.
 *
 * @param from the first day
 * @param to the last day, included
 */
public record ReportPeriod(Kind kind, LocalDate from, LocalDate to) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** How long it is. */
    public enum Kind {
        MONTH,
        QUARTER,
        YEAR,
        ANY
    }

    /** Reads {@code 2026-11}, {@code 2026-Q4}, {@code 2026} or {@code 2026-11-01/2026-11-20}. */
    public static ReportPeriod parse(String text) {
        try {
            String given = text == null ? "" : text.strip();
            Matcher quarter = QUARTER.matcher(given);
            if (quarter.matches()) {
                YearMonth first =
                        YearMonth.of(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) * 3 - 2);
                return new ReportPeriod(
                        Kind.QUARTER, first.atDay(1), first.plusMonths(2).atEndOfMonth());
            }
            if (given.matches("\\d{4}")) {
                int year = Integer.parseInt(given);
                return new ReportPeriod(Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            if (given.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(given);
                return new ReportPeriod(Kind.MONTH, month.atDay(1), month.atEndOfMonth());
            }
            int slash = given.indexOf('/');
            LocalDate from = LocalDate.parse(given.substring(0, Math.max(slash, 0)));
            LocalDate to = LocalDate.parse(given.substring(slash + 1));
            if (!to.isBefore(from)) {
                return new ReportPeriod(Kind.ANY, from, to);
            }
        } catch (DateTimeException notOne) {
            // Said below, with the ones that are.
        }
        throw InvalidInput.of(
                "period",
                "phải là 2026-11, 2026-Q4, 2026 hoặc 2026-11-01/2026-11-20 (a month, quarter, year, or first/last day)");
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return switch (kind) {
            case MONTH -> YearMonth.from(from).toString();
            case QUARTER -> from.getYear() + "-Q" + quarter();
            case YEAR -> Integer.toString(from.getYear());
            case ANY -> from + "/" + to;
        };
    }

    /** As an official text names it: {@code tháng 11 năm 2026}. */
    public String words() {
        return switch (kind) {
            // 0 before January and February only: Decree 30/2020, Annex I.
            case MONTH ->
                "tháng " + (from.getMonthValue() < 3 ? "0" : "") + from.getMonthValue() + " năm " + from.getYear();
            case QUARTER -> "quý " + new String[] {"I", "II", "III", "IV"}[quarter() - 1] + " năm " + from.getYear();
            case YEAR -> "năm " + from.getYear();
            case ANY -> "từ ngày " + DAY.format(from) + " đến ngày " + DAY.format(to);
        };
    }

    /** The one before, of the same kind; of any days: as many days. */
    public ReportPeriod before() {
        return switch (kind) {
            case MONTH -> parse(YearMonth.from(from).minusMonths(1).toString());
            case QUARTER -> new ReportPeriod(Kind.QUARTER, from.minusMonths(3), from.minusDays(1));
            case YEAR -> parse(Integer.toString(from.getYear() - 1));
            case ANY ->
                new ReportPeriod(Kind.ANY, from.minusDays(ChronoUnit.DAYS.between(from, to) + 1), from.minusDays(1));
        };
    }

    /** Its first instant. */
    public Instant start() {
        return from.atStartOfDay(ClockConfiguration.LOCAL).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(ClockConfiguration.LOCAL).toInstant();
    }

    private int quarter() {
        return (from.getMonthValue() + 2) / 3;
    }
}
