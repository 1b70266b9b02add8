package vn.canhbao.scheduler.report;

import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.schedule.ReportSchedule;
import vn.canhbao.report.schedule.ReportScheduleChanged;
import vn.canhbao.report.schedule.ReportSchedules;

/** Gives the report of each month, quarter and year its trigger in Quartz's job store, where it survives a restart. */
@Component
class ReportPlanner {

    private static final String GROUP = "reports";

    private final Scheduler quartz;
    private final ReportSchedules schedules;

    ReportPlanner(Scheduler quartz, ReportSchedules schedules) {
        this.quartz = quartz;
        this.schedules = schedules;
    }

    @TransactionalEventListener
    public void on(ReportScheduleChanged changed) throws SchedulerException {
        plan(schedules.get(changed.kind()));
    }

    /** What a process that stopped between the commit and the trigger forgot. */
    @EventListener(ApplicationReadyEvent.class)
    void planForgotten() throws SchedulerException {
        for (ReportSchedule schedule : schedules.all()) {
            if (schedule.enabled() != quartz.checkExists(key(schedule.kind()))) {
                plan(schedule);
            }
        }
    }

    private void plan(ReportSchedule schedule) throws SchedulerException {
        quartz.deleteJob(key(schedule.kind()));
        if (!schedule.enabled()) {
            return;
        }
        JobDetail job = JobBuilder.newJob(MakeReport.class)
                .withIdentity(key(schedule.kind()))
                .usingJobData(MakeReport.KIND, schedule.kind().name())
                .requestRecovery()
                .build();
        // However many firings a stopped server missed, one makes up for them.
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity("report-" + schedule.kind(), GROUP)
                .withSchedule(CronScheduleBuilder.cronSchedule(schedule.cron())
                        .inTimeZone(TimeZone.getTimeZone(ClockConfiguration.LOCAL))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
        quartz.scheduleJob(job, trigger);
    }

    private static JobKey key(ReportPeriod.Kind kind) {
        return new JobKey("report-" + kind, GROUP);
    }
}
