package vn.canhbao.scheduler.protection;

import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.protection.RetentionSettings;

/** Gives retention its trigger in Quartz's job store, and takes a changed time over at each start. */
@Component
class RetentionPlan {

    private static final JobKey KEY = new JobKey("retention", "protection");

    private final Scheduler quartz;
    private final RetentionSettings settings;

    RetentionPlan(Scheduler quartz, RetentionSettings settings) {
        this.quartz = quartz;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void plan() throws SchedulerException {
        var job = JobBuilder.newJob(RetentionJob.class).withIdentity(KEY).build();
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity("retention", "protection")
                .withSchedule(CronScheduleBuilder.cronSchedule(settings.cron())
                        .inTimeZone(TimeZone.getTimeZone(ClockConfiguration.LOCAL))
                        // A night that the server slept through is made up for at once.
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
        quartz.scheduleJob(job, Set.of(trigger), true);
    }
}
