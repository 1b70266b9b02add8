package vn.canhbao.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.report.ReportPeriod;

class ReportScheduleTest {

    @ParameterizedTest
    @CsvSource({
        // 07:30 on the fifth in Viet Nam is 00:30 in UTC.
        "MONTH,   2026-12-05T00:30:00Z, 2026-11",
        "MONTH,   2026-12-05T00:29:59Z, 2026-10",
        "MONTH,   2027-01-20T00:00:00Z, 2026-12",
        // The server was down from before the fifth of November until the second of December: October's is due.
        "MONTH,   2026-12-02T00:00:00Z, 2026-10",
        "QUARTER, 2027-01-05T00:30:00Z, 2026-Q4",
        "QUARTER, 2027-03-31T16:59:59Z, 2026-Q4",
        "QUARTER, 2027-03-31T17:00:00Z, 2026-Q4",
        "QUARTER, 2027-04-05T00:30:00Z, 2027-Q1",
        "YEAR,    2027-01-05T00:30:00Z, 2026",
        "YEAR,    2027-01-05T00:00:00Z, 2025"
    })
    void lastDuePeriodIsTheOneWhoseDayHasCome(ReportPeriod.Kind kind, Instant now, String due) {
        assertThat(schedule(kind).lastDue(now).text()).isEqualTo(due);
    }

    @Test
    void quartzIsToldTheFirstMonthAfterThePeriod() {
        assertThat(schedule(ReportPeriod.Kind.MONTH).cron()).isEqualTo("0 30 7 5 * ?");
        assertThat(schedule(ReportPeriod.Kind.QUARTER).cron()).isEqualTo("0 30 7 5 1,4,7,10 ?");
        assertThat(schedule(ReportPeriod.Kind.YEAR).cron()).isEqualTo("0 30 7 5 1 ?");
    }

    @Test
    void everyWrongFieldIsNamed() {
        var desk = new ReportScheduleDesk(null, null, null);
        assertThatThrownBy(() -> desk.set(
                        ReportPeriod.Kind.ANY,
                        new ReportScheduleDesk.Input(true, 31, "7h30", List.of("văn phòng@tinh")),
                        "quantri"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting("field")
                                .containsExactly("kind", "day", "time", "addressees", "addressees"));
    }

    private static ReportSchedule schedule(ReportPeriod.Kind kind) {
        return new ReportSchedule(kind, true, 5, LocalTime.of(7, 30), List.of(), null);
    }
}
