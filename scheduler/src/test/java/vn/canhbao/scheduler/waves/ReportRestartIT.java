package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.schedule.ReportScheduleDesk;
import vn.canhbao.report.schedule.ReportSchedules;

/** A report's schedule outlives the process, and what it missed meanwhile is made once. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportRestartIT {

    final TestDatabase.Opened database;

    @TempDir
    Path directory;

    ReportRestartIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void threeMissedFiringsMakeTheReportThatIsDueOnce() throws SchedulerException {
        TriggerKey key = new TriggerKey("report-MONTH", "reports");
        try (var first = SchedulerApplication.start(database, directory)) {
            first.bean(ReportScheduleDesk.class)
                    .set(
                            ReportPeriod.Kind.MONTH,
                            new ReportScheduleDesk.Input(true, 1, "00:01", List.of("ubnd@tinh.example.gov.vn")),
                            "quantri");
            assertThat(first.bean(Scheduler.class).getTrigger(key).getNextFireTime())
                    .isInTheFuture();
        }
        assertThat(runs()).isZero();
        long ninetyDaysAgo = Instant.now().minus(Duration.ofDays(90)).toEpochMilli();
        database.jdbc()
                .sql("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = ? WHERE TRIGGER_NAME = 'report-MONTH'")
                .param(ninetyDaysAgo)
                .update();

        try (var second = SchedulerApplication.start(database, directory)) {
            await().atMost(Duration.ofMinutes(1)).until(this::runs, Predicate.isEqual(1L));
            await().until(() -> second.bean(Scheduler.class)
                    .getTrigger(key)
                    .getNextFireTime()
                    .toInstant()
                    .isAfter(Instant.now()));
            assertThat(database.jdbc()
                            .sql("SELECT scheduled_for FROM report_run")
                            .query(String.class)
                            .single())
                    .isEqualTo(second.bean(ReportSchedules.class)
                            .get(ReportPeriod.Kind.MONTH)
                            .lastDue(Instant.now())
                            .text());
            assertThat(runs()).isEqualTo(1);
        }
    }

    private long runs() {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM report_run")
                .query(Long.class)
                .single();
    }
}
