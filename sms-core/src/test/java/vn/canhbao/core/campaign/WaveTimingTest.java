package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.calendar.CalendarTable.calendar;
import static vn.canhbao.core.calendar.CalendarTable.instant;
import static vn.canhbao.core.calendar.CalendarTable.local;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.core.calendar.SendingCalendar;

class WaveTimingTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/calendar/waves.csv", delimiter = '|', numLinesToSkip = 1)
    void theTableHolds(
            String name,
            String hours,
            String daysOff,
            String table,
            String plan,
            Duration validity,
            String now,
            String expected) {
        SendingCalendar calendar = calendar(hours, daysOff, table);
        Instant due = plan.startsWith("cron ")
                ? CronRule.lastOpen(plan.substring(5), calendar, instant(now)).orElseThrow()
                : instant(plan.substring(3));

        String what = switch (WaveTiming.of(calendar, due, validity, instant(now))) {
            case WaveTiming.Begins begins -> "begins, until " + local(begins.expiresAt());
            case WaveTiming.Waits waits ->
                "waits for " + local(waits.opening()) + ", until " + local(waits.expiresAt());
            case WaveTiming.Missed missed -> "missed";
        };

        assertThat(what).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0 0 8 ? * MON       | -",
                "0 0 8 * * *         | -",
                "0 0/15 8-10 * * ?   | -",
                "0 0 8 29 2 ?        | -",
                "0 0 8 ? * MON#1     | -",
                "0 0 8 L * ?         | -",
                "0 0 8 30 2 ?        | không bao giờ",
                "0 0 23 * * ?        | ngoài khung giờ",
                "0 0 8 1 1 ?         | ngoài khung giờ",
                "0 0 8 ? * 2         | thứ",
                "0 0 8 15 * MON      | một trong hai",
                "0 8 * * *           | sáu",
                "khi nào rảnh        | sáu",
                "0 0 99 * * ?        | sai"
            })
    void aCronIsRefusedWithItsReason(String cron, String reason) {
        SendingCalendar calendar = calendar(
                "07:00-22:00",
                "closed",
                "2027-01-01=DAY_OFF;2028-01-01=DAY_OFF;2029-01-01=DAY_OFF;2030-01-01=DAY_OFF;2031-01-01=DAY_OFF");

        var problem = CronRule.problem(cron, calendar, instant("2026-11-25 10:00"));

        if (reason == null) {
            assertThat(problem).isEmpty();
        } else {
            assertThat(problem).get().asString().contains(reason).contains("(");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 8 * * *    | 0 0 8 * * ?",
                "0 0 8 ? * MON  | 0 0 8 ? * MON",
                "0 0 8 * * MON  | 0 0 8 ? * MON",
                "0 0 8 ? * ?    | 0 0 8 * * ?",
                "0 0  8 15 * ?  | 0 0 8 15 * ?"
            })
    void aCronIsHandedToQuartzInItsForm(String given, String quartz) {
        assertThat(CronRule.quartzForm(given)).isEqualTo(quartz);
    }
}
