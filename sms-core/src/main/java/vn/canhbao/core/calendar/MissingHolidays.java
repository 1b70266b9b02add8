package vn.canhbao.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * The lunar holidays that a year's table lacks. They are announced every year and entered by hand; here is only known
 * between which dates each always falls.
 */
public final class MissingHolidays {

    private enum Lunar {
        TET("Tết Nguyên đán (Lunar New Year)", MonthDay.of(1, 20), MonthDay.of(2, 22)),
        HUNG_KINGS("Giỗ Tổ Hùng Vương (Hùng Kings, 10/3 âm lịch)", MonthDay.of(3, 31), MonthDay.of(4, 29));

        final String words;
        final MonthDay earliest;
        final MonthDay latest;

        Lunar(String words, MonthDay earliest, MonthDay latest) {
            this.words = words;
            this.earliest = earliest;
            this.latest = latest;
        }

        boolean holds(LocalDate date) {
            MonthDay day = MonthDay.from(date);
            return !day.isBefore(earliest) && !day.isAfter(latest);
        }
    }

    private MissingHolidays() {}

    /** Their names; empty where the table has a day off for each. */
    public static List<String> in(List<Holiday> ofYear) {
        List<String> missing = new ArrayList<>();
        for (Lunar holiday : Lunar.values()) {
            if (ofYear.stream().noneMatch(line -> line.kind() == DayKind.DAY_OFF && holiday.holds(line.date()))) {
                missing.add(holiday.words);
            }
        }
        return missing;
    }
}
