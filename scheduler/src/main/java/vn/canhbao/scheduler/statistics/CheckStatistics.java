package vn.canhbao.scheduler.statistics;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import vn.canhbao.core.statistics.Reconciliation;

/** The Quartz job of the nightly full count. */
@DisallowConcurrentExecution
public class CheckStatistics implements Job {

    private final Reconciliation reconciliation;

    public CheckStatistics(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public void execute(JobExecutionContext context) {
        reconciliation.run(reconciliation.begin("canhbao"));
    }
}
