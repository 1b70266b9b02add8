package vn.canhbao.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import vn.canhbao.core.ClockConfiguration;

/** How the calendar tables of the tests are written: local times, {@code day=KIND;day=KIND}. */
public final class CalendarTable {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private CalendarTable() {}

    public static Instant instant(String local) {
        return LocalDateTime.parse(local, LOCAL)
                .atZone(ClockConfiguration.LOCAL)
                .toInstant();
    }

    public static String local(Instant instant) {
        return LOCAL.format(instant.atZone(ClockConfiguration.LOCAL));
    }

    public static SendingCalendar calendar(String hours, String daysOff, String table) {
        Map<LocalDate, DayKind> kinds = new TreeMap<>();
        for (String line : table == null ? new String[0] : table.split(";")) {
            String[] pair = line.split("=");
            kinds.put(LocalDate.parse(pair[0]), DayKind.valueOf(pair[1]));
        }
        return new SendingCalendar(SendingWindow.parse(hours, daysOff), kinds);
    }
}
