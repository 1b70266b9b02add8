package vn.canhbao.core.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.calendar.SendingCalendar;

/**
 * Cron expressions of recurring waves: Quartz's six fields ({@code 0 0 8 ? * MON}), in Vietnamese time. Spring's parser
 * reads the same form, so that core needs no Quartz; where the two differ (days of the week as numbers, both kinds of day
 * at once) the expression is refused.
 */
public final class CronRule {

    private static final int FIELDS = 6;
    private static final int DAY_OF_MONTH = 3;
    private static final int DAY_OF_WEEK = 5;
    private static final String DAY = "(MON|TUE|WED|THU|FRI|SAT|SUN)";
    private static final Pattern WEEKDAYS = Pattern.compile(
            "[*?]|" + DAY + "(-" + DAY + ")?(," + DAY + "(-" + DAY + ")?)*|" + DAY + "(#[1-5]|L)",
            Pattern.CASE_INSENSITIVE);

    // 29 February on a weekday that is open may be 28 years away; nobody plans beyond this.
    private static final Duration HORIZON = Duration.ofDays(5 * 366);

    /** How far back a missed firing is looked for, nearest first: a dense expression is found in the first step. */
    private static final List<Duration> LOOKING_BACK =
            List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(32), Duration.ofDays(366));

    private CronRule() {}

    /** What is wrong with it, in words, or empty. */
    static Optional<String> problem(String cron, SendingCalendar calendar, Instant now) {
        String[] fields = cron.strip().split("\\s+");
        if (fields.length != FIELDS) {
            return Optional.of("biểu thức cron sai: có " + fields.length
                    + " trường, cần sáu, ví dụ “0 0 8 ? * MON” (malformed: " + fields.length + " fields, needs six)");
        }
        if (!WEEKDAYS.matcher(fields[DAY_OF_WEEK]).matches()) {
            return Optional.of(
                    "thứ “" + fields[DAY_OF_WEEK]
                            + "” trong cron không rõ; viết MON, MON-FRI, MON,WED, MON#1 hoặc FRIL (write days of the week by name)");
        }
        if (isSet(fields[DAY_OF_WEEK]) && isSet(fields[DAY_OF_MONTH])) {
            return Optional.of("cron đặt cả ngày trong tháng lẫn thứ; để một trong hai là “?”"
                    + " (day of month and day of week: one of them must be ?)");
        }
        CronExpression expression;
        try {
            expression = CronExpression.parse(cron.strip());
        } catch (IllegalArgumentException malformed) {
            return Optional.of("biểu thức cron sai; sáu trường, ví dụ “0 0 8 ? * MON” (malformed, six fields): "
                    + malformed.getMessage());
        }
        if (next(expression, now).isEmpty()) {
            return Optional.of("cron này không bao giờ đến giờ; kiểm tra ngày và tháng, ví dụ “0 0 8 ? * MON”"
                    + " (this cron never fires: check day and month)");
        }
        return firstOpen(cron, calendar, now).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "cron này chỉ đến giờ ngoài khung giờ gửi "
                                + calendar.window().hours()
                                + "; chọn giờ trong khung (this cron fires only outside the sending window: choose an hour within)");
    }

    private static boolean isSet(String field) {
        return !field.equals("*") && !field.equals("?");
    }

    /** As Quartz wants it: exactly one of the two kinds of day is {@code ?}. */
    public static String quartzForm(String cron) {
        String[] fields = cron.strip().split("\\s+");
        if (isSet(fields[DAY_OF_WEEK])) {
            fields[DAY_OF_MONTH] = "?";
        } else {
            fields[DAY_OF_WEEK] = "?";
            fields[DAY_OF_MONTH] = fields[DAY_OF_MONTH].equals("?") ? "*" : fields[DAY_OF_MONTH];
        }
        return String.join(" ", fields);
    }

    /** The first firing after an instant at which sending is open; empty where there is none in five years. */
    public static Optional<Instant> firstOpen(String cron, SendingCalendar calendar, Instant after) {
        CronExpression expression = CronExpression.parse(cron.strip());
        Instant last = after.plus(HORIZON);
        Optional<Instant> firing = next(expression, after);
        while (firing.isPresent() && firing.get().isBefore(last)) {
            if (calendar.isOpen(firing.get())) {
                return firing;
            }
            // From opening to opening: an expression of every second would be asked 30,000 times a night.
            firing = calendar.nextOpening(firing.get()).flatMap(opening -> next(expression, opening.minusMillis(1)));
        }
        return Optional.empty();
    }

    /** The last firing up to an instant, that instant included, at which sending was open; none older than a year. */
    public static Optional<Instant> lastOpen(String cron, SendingCalendar calendar, Instant upTo) {
        CronExpression expression = CronExpression.parse(cron.strip());
        for (Duration back : LOOKING_BACK) {
            Optional<Instant> found = Optional.empty();
            Optional<Instant> firing = next(expression, upTo.minus(back));
            while (firing.isPresent() && !firing.get().isAfter(upTo)) {
                found = calendar.isOpen(firing.get()) ? firing : found;
                firing = next(expression, firing.get());
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> next(CronExpression expression, Instant after) {
        ZonedDateTime next = expression.next(after.atZone(ClockConfiguration.LOCAL));
        return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
    }
}
