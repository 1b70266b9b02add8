package vn.canhbao.scheduler.protection;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import vn.canhbao.core.protection.Retention;

/** Quartz's nightly retention, on one of the servers. */
@DisallowConcurrentExecution
public class RetentionJob implements Job {

    private final Retention retention;

    public RetentionJob(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void execute(JobExecutionContext context) {
        retention.run("canhbao");
    }
}
