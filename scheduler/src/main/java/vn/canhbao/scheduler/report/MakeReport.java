package vn.canhbao.scheduler.report;

import java.time.Duration;
import java.util.Date;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.schedule.ScheduledReports;

/** The Quartz job of one kind of report; where it fails, it is tried again until it works. */
@DisallowConcurrentExecution
public class MakeReport implements Job {

    static final String KIND = "kind";

    private static final Duration RETRY = Duration.ofMinutes(10);

    private final ScheduledReports reports;

    public MakeReport(ScheduledReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            reports.makeDue(
                    ReportPeriod.Kind.valueOf(context.getMergedJobDataMap().getString(KIND)));
        } catch (RuntimeException failed) {
            retryLater(context);
            throw new JobExecutionException(failed);
        }
    }

    private static void retryLater(JobExecutionContext context) throws JobExecutionException {
        var job = context.getJobDetail().getKey();
        TriggerKey key = new TriggerKey(job.getName() + "-retry", job.getGroup());
        Trigger retry = TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(job)
                .startAt(Date.from(context.getFireTime().toInstant().plus(RETRY)))
                .build();
        try {
            // The trigger that fires now is still there: it is replaced, not added beside.
            if (context.getScheduler().rescheduleJob(key, retry) == null) {
                context.getScheduler().scheduleJob(retry);
            }
        } catch (SchedulerException storeFails) {
            throw new JobExecutionException(storeFails);
        }
    }
}
