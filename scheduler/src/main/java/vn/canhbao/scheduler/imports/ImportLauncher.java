package vn.canhbao.scheduler.imports;

import java.nio.channels.FileLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.scheduler.batch.DeadExecutions;

/** Starts an import's job, or goes on with it where its last execution ended, however that was. */
@Component
class ImportLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ImportLauncher.class);

    private final RecipientImports imports;
    private final Uploads uploads;
    private final ImportRuns runs;
    private final JobOperator operator;
    private final DeadExecutions deadExecutions;
    private final Job job;

    ImportLauncher(
            RecipientImports imports,
            Uploads uploads,
            ImportRuns runs,
            JobOperator operator,
            DeadExecutions deadExecutions,
            @Qualifier("recipientImport") Job job) {
        this.imports = imports;
        this.uploads = uploads;
        this.runs = runs;
        this.operator = operator;
        this.deadExecutions = deadExecutions;
        this.job = job;
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
            deadExecutions.close(RecipientImportJob.JOB, parameters);
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
}
