package vn.canhbao.scheduler.imports;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.recipient.ImportSource;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;

/** Writes how an import ended: its status, the audit trail with the figures, the log; a completed import's upload goes. */
@Component
class ImportEnd implements JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ImportEnd.class);

    private final RecipientImports imports;
    private final Uploads uploads;
    private final AuditTrail audit;
    private final ImportMeters meters;
    private final JobRepository repository;
    private final TransactionOperations transaction;

    ImportEnd(
            RecipientImports imports,
            Uploads uploads,
            AuditTrail audit,
            ImportMeters meters,
            JobRepository repository,
            TransactionOperations transaction) {
        this.imports = imports;
        this.uploads = uploads;
        this.audit = audit;
        this.meters = meters;
        this.repository = repository;
        this.transaction = transaction;
    }

    @Override
    public void afterJob(JobExecution execution) {
        long importId = execution.getJobParameters().getLong("importId");
        ImportSource source = imports.source(importId);
        ImportStatus status = status(execution.getStatus());
        transaction.executeWithoutResult(_ -> {
            imports.finish(importId, status, status == ImportStatus.FAILED ? failure(execution) : null);
            audit.record(
                    source.requestedBy(),
                    "RECIPIENTS_IMPORT_" + status,
                    "recipient list " + source.listId(),
                    figures(imports.find(importId), converted(execution)));
        });
        LOG.info("Nhập danh sách {}: {}", status, figures(imports.find(importId), converted(execution)));
        if (status == ImportStatus.COMPLETED) {
            uploads.delete(source.storedFile());
        }
        if (execution.getStartTime() != null && execution.getEndTime() != null) {
            meters.took(Duration.between(execution.getStartTime(), execution.getEndTime()));
        }
    }

    private static ImportStatus status(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> ImportStatus.COMPLETED;
            case STOPPED, STOPPING -> ImportStatus.STOPPED;
            default -> ImportStatus.FAILED;
        };
    }

    private long converted(JobExecution execution) {
        StepExecution step = repository.getLastStepExecution(execution.getJobInstance(), RecipientImportJob.STEP);
        return step == null ? 0 : step.getExecutionContext().getLong(RowBlockReader.CONVERTED, 0);
    }

    private static String figures(RecipientImport done, long converted) {
        return "import %d: read %d, accepted %d, duplicates %d, rejected %d, 11-digit numbers converted %d"
                .formatted(done.id(), done.read(), done.accepted(), done.duplicates(), done.rejected(), converted);
    }

    private static String failure(JobExecution execution) {
        String cause = execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(ImportEnd::rootMessage)
                .orElse("?");
        return "Nhập dừng giữa chừng: hãy xem nhật ký, khắc phục rồi nhập lại tệp; các dòng đã nhập không bị nhập lần hai "
                + "(stopped half-way: see the log, mend the cause and import the file again, nothing is taken twice). "
                + cause;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
