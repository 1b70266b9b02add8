package vn.canhbao.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.canhbao.core.calendar.CalendarTable.calendar;
import static vn.canhbao.core.calendar.CalendarTable.instant;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingCalendarTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/calendar/windows.csv", delimiter = '|', numLinesToSkip = 1)
    void theTableHolds(
            String name,
            String hours,
            String daysOff,
            String table,
            String at,
            String open,
            String opening,
            String end) {
        SendingCalendar calendar = calendar(hours, daysOff, table);

        assertThat(calendar.isOpen(instant(at)) ? "yes" : "no").isEqualTo(open);
        assertThat(calendar.nextOpening(instant(at)).map(CalendarTable::local).orElse("never"))
                .isEqualTo(opening);
        assertThat(calendar.closing(instant(at)).map(CalendarTable::local).orElse("never"))
                .isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7h-22h", "07:00", "25:00-26:00", "07:00-07:00", "07:60-08:00", "24:00-05:00", "T2 07:00-22:00"})
    void hoursThatCannotBeReadAreRefusedWithTheWayToWriteThem(String hours) {
        assertThatThrownBy(() -> SendingWindow.parse(hours, "closed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7:00-22:00 | 07:00-22:00",
                "MON-FRI 07:30-11:30, 13:30-17:00; SAT 08:00-11:00 | MON-FRI 07:30-11:30, 13:30-17:00; SAT 08:00-11:00",
                "tue,thu 22:00-05:00 | TUE,THU 22:00-05:00",
                "00:00-24:00 | 00:00-24:00",
                "closed | closed"
            })
    void aWindowIsWrittenAsItIsRead(String given, String written) {
        String hours = SendingWindow.parse(given, "closed").hours();

        assertThat(hours).isEqualTo(written);
        assertThat(SendingWindow.parse(hours, "closed").hours()).isEqualTo(written);
    }

    @Test
    void aYearWithoutTetAndHungKingsIsNoticed() {
        var newYear = new Holiday(LocalDate.of(2027, 1, 1), "Tết Dương lịch", DayKind.DAY_OFF);
        var tet = new Holiday(LocalDate.of(2027, 2, 6), "Tết", DayKind.DAY_OFF);
        var swapped = new Holiday(LocalDate.of(2027, 4, 17), "Làm bù", DayKind.WORKING_DAY);

        assertThat(MissingHolidays.in(List.of(newYear))).hasSize(2);
        assertThat(MissingHolidays.in(List.of(newYear, tet, swapped)))
                .singleElement()
                .asString()
                .contains("Hùng");
    }
}
