package vn.canhbao.scheduler.statistics;

import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;

/** Gives the nightly full count its trigger; one missed while the server was down is made up for at its start. */
@Component
class CheckPlan {

    private static final TriggerKey KEY = new TriggerKey("check", "statistics");

    private final Scheduler quartz;
    private final StatisticsSettings settings;

    CheckPlan(Scheduler quartz, StatisticsSettings settings) {
        this.quartz = quartz;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void plan() throws SchedulerException {
        // A trigger that is put in anew forgets what it missed.
        if (quartz.getTrigger(KEY) instanceof CronTrigger planned
                && planned.getCronExpression().equals(settings.checkAt())) {
            return;
        }
        quartz.scheduleJob(
                JobBuilder.newJob(CheckStatistics.class)
                        .withIdentity("check", "statistics")
                        .build(),
                Set.of(TriggerBuilder.newTrigger()
                        .withIdentity(KEY)
                        .withSchedule(CronScheduleBuilder.cronSchedule(settings.checkAt())
                                .inTimeZone(TimeZone.getTimeZone(ClockConfiguration.LOCAL))
                                .withMisfireHandlingInstructionFireAndProceed())
                        .build()),
                true);
    }
}
