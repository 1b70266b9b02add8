package vn.canhbao.scheduler.imports;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.RecipientImports;

/** Starts an import's job, or goes on with it where its last execution ended, however that was. */
@Component
class ImportLauncher {

    private final RecipientImports imports;
    private final Uploads uploads;
    private final ImportRuns runs;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final Clock clock;

    ImportLauncher(
            RecipientImports imports,
            Uploads uploads,
            ImportRuns runs,
            JobOperator operator,
            JobRepository repository,
            @Qualifier("recipientImport") Job job,
            Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.runs = runs;
        this.operator = operator;
        this.repository = repository;
        this.job = job;
        this.clock = clock;
    }

    /** @return false where the import is under way, or its upload is not on this machine */
    boolean launch(long importId) {
        String storedFile = imports.source(importId).storedFile();
        return uploads.has(storedFile) && runs.run(importId, storedFile, () -> run(importId));
    }

    private void run(long importId) {
        JobParameters parameters =
                new JobParametersBuilder().addLong("importId", importId).toJobParameters();
        closeDead(parameters);
        imports.resume(importId);
        try {
            operator.start(job, parameters);
        } catch (JobExecutionException refused) {
            throw new IllegalStateException("Batch did not start import " + importId, refused);
        }
    }

    // JobOperator.recover marks an execution once and never again: a second crash would leave the import for ever.
    // UNKNOWN (the commit's answer was lost) may go on too: rows and position share a transaction, whichever way it
    // ended.
    private void closeDead(JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(RecipientImportJob.JOB, parameters);
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
