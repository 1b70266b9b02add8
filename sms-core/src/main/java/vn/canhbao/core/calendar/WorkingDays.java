package vn.canhbao.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Working days: Monday to Friday, without the holiday table's days off and with its swapped working days. */
@Component
public class WorkingDays {

    private final Holidays holidays;

    public WorkingDays(Holidays holidays) {
        this.holidays = holidays;
    }

    /** The day on which so many working days after {@code day} are over; that day itself doesn't count. */
    public LocalDate after(LocalDate day, int count) {
        Map<LocalDate, DayKind> table = holidays.kinds();
        LocalDate reached = day;
        for (int counted = 0; counted < count; ) {
            reached = reached.plusDays(1);
            if (works(reached, table.get(reached))) {
                counted++;
            }
        }
        return reached;
    }

    private static boolean works(LocalDate day, DayKind kind) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return kind == null ? !weekend : kind == DayKind.WORKING_DAY;
    }
}
