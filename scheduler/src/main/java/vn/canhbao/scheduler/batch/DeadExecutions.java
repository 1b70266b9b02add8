package vn.canhbao.scheduler.batch;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Closes the execution that a dead process left running, so that the job can be started again where it stopped. */
@Component
public class DeadExecutions {

    private final JobRepository repository;
    private final Clock clock;

    DeadExecutions(JobRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    // JobOperator.recover marks an execution once and never again: a second crash would leave the job for ever.
    // UNKNOWN (the commit's answer was lost) may go on too: rows and position share a transaction, whichever way it
    // ended.
    public void close(String job, JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(job, parameters);
        if (last == null) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        for (StepExecution step : last.getStepExecutions()) {
            if (dead(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(now);
                repository.update(step);
            }
        }
        if (dead(last.getStatus())) {
            last.setStatus(BatchStatus.FAILED);
            last.setExitStatus(ExitStatus.FAILED);
            last.setEndTime(now);
            repository.update(last);
        }
    }

    private static boolean dead(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
