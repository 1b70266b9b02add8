package vn.canhbao.scheduler.window;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.quartz.impl.calendar.BaseCalendar;
import vn.canhbao.core.calendar.DayKind;
import vn.canhbao.core.calendar.SendingCalendar;
import vn.canhbao.core.calendar.SendingWindow;

/**
 * A sending calendar for Quartz, which keeps it serialised in its job store: window and table as text, so that a newer
 * version of our classes still reads it.
 */
final class WindowCalendar extends BaseCalendar {

    private static final long serialVersionUID = 1L;

    private final String hours;
    private final String daysOff;
    private final TreeMap<String, String> table = new TreeMap<>();
    private transient SendingCalendar calendar;

    WindowCalendar(SendingWindow window, Map<LocalDate, DayKind> kinds) {
        hours = window.hours();
        daysOff = window.hoursOnDaysOff();
        kinds.forEach((date, kind) -> table.put(date.toString(), kind.name()));
    }

    @Override
    public boolean isTimeIncluded(long time) {
        return calendar().isOpen(Instant.ofEpochMilli(time));
    }

    @Override
    public long getNextIncludedTime(long time) {
        return calendar()
                .nextOpening(Instant.ofEpochMilli(time + 1))
                .map(Instant::toEpochMilli)
                .orElse(0L);
    }

    private SendingCalendar calendar() {
        if (calendar == null) {
            Map<LocalDate, DayKind> kinds = new TreeMap<>();
            table.forEach((date, kind) -> kinds.put(LocalDate.parse(date), DayKind.valueOf(kind)));
            calendar = new SendingCalendar(SendingWindow.parse(hours, daysOff), kinds);
        }
        return calendar;
    }
}
