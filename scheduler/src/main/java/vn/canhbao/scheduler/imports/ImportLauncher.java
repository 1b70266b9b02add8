package vn.canhbao.scheduler.imports;

import java.nio.channels.FileLock;
import java.time.Clock;
import java.time.LocalDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImports;

/** Starts an import's job, or goes on with it where its last execution ended, however that was. */
@Component
class ImportLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ImportLauncher.class);

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

    /** @return false where the import is under way, here or in another process, or its upload is not on this machine */
    boolean launch(long importId) {
        String storedFile = imports.source(importId).storedFile();
        FileLock claim = uploads.claim(storedFile).orElse(null);
        if (claim == null) {
            return false;
        }
        // Asked under the claim: an import that was completed a moment ago has deleted its upload.
        if (!uploads.has(storedFile)) {
            uploads.release(storedFile, claim);
            return false;
        }
        imports.resume(importId);
        runs.run(importId, () -> {
            try {
                run(importId);
            } finally {
                uploads.release(storedFile, claim);
            }
        });
        return true;
    }

    private void run(long importId) {
        JobParameters parameters =
                new JobParametersBuilder().addLong("importId", importId).toJobParameters();
        try {
            closeDead(parameters);
            operator.start(job, parameters);
        } catch (JobExecutionException | RuntimeException notStarted) {
            LOG.error("Lần nhập {} không chạy được (import could not be run)", importId, notStarted);
            imports.finish(
                    importId,
                    ImportStatus.FAILED,
                    "Không chạy được: hãy xem nhật ký rồi nhập lại tệp (could not be run: see the log, then import the file again). "
                            + notStarted.getMessage());
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
