package vn.canhbao.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.canhbao.core.ClockConfiguration;

/**
 * When sending is open: a window and the days that are not what their weekday says. Pure: asks no clock and no database.
 * A range of hours belongs to the day on which it begins, so a night that begins before a day off is sent to its end.
 */
public final class SendingCalendar {

    /** Open at every instant. */
    public static final SendingCalendar ALWAYS =
            new SendingCalendar(SendingWindow.parse("00:00-24:00", SendingWindow.AS_USUAL), Map.of());

    /** A window that does not open in so many days never opens; one that does not close in them is always open. */
    private static final int HORIZON_DAYS = 400;

    private final SendingWindow window;
    private final Map<LocalDate, DayKind> table;

    private record Span(Instant from, Instant to) {

        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    public SendingCalendar(SendingWindow window, Map<LocalDate, DayKind> table) {
        this.window = window;
        this.table = Map.copyOf(table);
    }

    public SendingWindow window() {
        return window;
    }

    public boolean isOpen(Instant instant) {
        return around(instant).anyMatch(span -> span.holds(instant));
    }

    /** The instant itself where it is open, else the first one after it that is; empty where there is none in 400 days. */
    public Optional<Instant> nextOpening(Instant instant) {
        if (isOpen(instant)) {
            return Optional.of(instant);
        }
        LocalDate today = date(instant);
        return days(today, HORIZON_DAYS)
                .flatMap(day -> spans(day).map(Span::from).sorted())
                .filter(opening -> opening.isAfter(instant))
                .findFirst();
    }

    /**
     * The first instant that is closed again, ranges that touch being one; the instant itself where it is closed, empty
     * where it stays open for 400 days.
     */
    public Optional<Instant> closing(Instant instant) {
        Instant end = instant;
        Instant last = instant.plus(Duration.ofDays(HORIZON_DAYS));
        while (end.isBefore(last)) {
            Instant reached = end;
            Optional<Instant> further = around(reached)
                    .filter(span -> span.holds(reached))
                    .map(Span::to)
                    .max(Comparator.naturalOrder());
            if (further.isEmpty()) {
                return Optional.of(end);
            }
            end = further.get();
        }
        return Optional.empty();
    }

    private Stream<Span> around(Instant instant) {
        return days(date(instant).minusDays(1), 2).flatMap(this::spans);
    }

    private Stream<Span> spans(LocalDate day) {
        return hours(day).ranges().stream().map(range -> new Span(at(day, range.from()), at(day, range.to())));
    }

    private DayHours hours(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        DayKind kind = table.get(day);
        if (kind == DayKind.DAY_OFF && window.daysOff() != null) {
            return window.daysOff();
        }
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        return window.on(kind == DayKind.WORKING_DAY && weekend ? DayOfWeek.MONDAY : weekday);
    }

    private static Stream<LocalDate> days(LocalDate first, int count) {
        return IntStream.range(0, count).mapToObj(first::plusDays);
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ClockConfiguration.LOCAL);
    }

    private static Instant at(LocalDate day, int minutes) {
        ZonedDateTime midnight = day.atStartOfDay(ClockConfiguration.LOCAL);
        return midnight.plusMinutes(minutes).toInstant();
    }
}
