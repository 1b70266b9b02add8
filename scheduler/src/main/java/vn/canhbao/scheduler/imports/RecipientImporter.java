package vn.canhbao.scheduler.imports;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.recipient.ImportPlan;
import vn.canhbao.core.recipient.ImportSource;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.scheduler.table.TableFile;
import vn.canhbao.scheduler.table.TextEncoding;

/** Takes a recipient file: checks it before anything is written, then imports it beside the caller. */
@Component
public class RecipientImporter {

    /** The first columns of the file of refused rows, which an import of that file leaves out. */
    public static final List<String> REJECT_COLUMNS = List.of("row", "field", "value", "reason");

    private static final int FILE_NAME_LENGTH = 255;

    private final RecipientLists lists;
    private final RecipientImports imports;
    private final Uploads uploads;
    private final ImportPreviews previews;
    private final ForgottenPreviews forgotten;
    private final ImportLauncher launcher;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    RecipientImporter(
            RecipientLists lists,
            RecipientImports imports,
            Uploads uploads,
            ImportPreviews previews,
            ForgottenPreviews forgotten,
            ImportLauncher launcher,
            AuditTrail audit,
            TransactionOperations transaction) {
        this.lists = lists;
        this.imports = imports;
        this.uploads = uploads;
        this.previews = previews;
        this.forgotten = forgotten;
        this.launcher = launcher;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * How a person wants a file to be read.
     *
     * @param mapping our column ({@code msisdn}, {@code full_name}, {@code unit}, …) → the file's column, where the
     *     header's names are not known to us; empty otherwise
     * @param encoding of a CSV file by its usual name; {@code null}: found by its octets
     */
    public record Reading(Map<String, String> mapping, String encoding) {

        public static final Reading AS_FOUND = new Reading(Map.of(), null);

        private TextEncoding chosen() {
            return encoding == null || encoding.isBlank() ? null : TextEncoding.named(encoding);
        }
    }

    /**
     * Starts an import at once; {@link RecipientImports#find} tells how far it is.
     *
     * @param fileName as the person knows it
     * @return the import, RUNNING
     * @throws vn.canhbao.core.problem.NotFound no such list
     * @throws vn.canhbao.core.problem.InvalidInput the file can't be imported: field {@code file}, {@code mapping} or
     *     {@code encoding}; nothing was written
     */
    public RecipientImport start(long listId, String fileName, InputStream content, Reading reading, String actor) {
        lists.get(listId);
        return keptIfUsable(content, storedFile -> {
            ImportPlan plan = plan(storedFile, reading);
            return launched(transaction.execute(_ -> {
                long created = imports.create(new ImportSource(listId, storedFile, actor), lastSegment(fileName))
                        .id();
                begin(created, plan, actor);
                return created;
            }));
        });
    }

    /** Stores a file and shows it; {@link #start(long, Reading, String)} imports it. Refuses what the other one refuses. */
    public ImportPreview preview(long listId, String fileName, InputStream content, Reading reading, String actor) {
        lists.get(listId);
        forgotten.delete();
        return keptIfUsable(content, storedFile -> {
            TableFile file = TableFile.recognise(uploads.path(storedFile), reading.chosen());
            ImportPreview shown = previews.of(file, reading.mapping());
            return shown.with(imports.create(new ImportSource(listId, storedFile, actor), lastSegment(fileName)));
        });
    }

    /** An upload that has not been started, read in another way. */
    public ImportPreview preview(long importId, Reading reading) {
        RecipientImport upload = waiting(importId);
        return previews.of(file(importId, reading), reading.mapping()).with(upload);
    }

    /** Starts the import of a file that was shown; refuses what the other one refuses, and the upload stays. */
    public RecipientImport start(long importId, Reading reading, String actor) {
        waiting(importId);
        ImportPlan plan = plan(imports.source(importId).storedFile(), reading);
        transaction.executeWithoutResult(_ -> begin(importId, plan, actor));
        return launched(importId);
    }

    /**
     * Asks an import to stop after the chunk in hand: it becomes STOPPED, and {@link #resume} goes on with it.
     *
     * @throws ConflictingState it isn't running
     */
    public RecipientImport stop(long importId, String actor) {
        RecipientImport running = imports.find(importId);
        transaction.executeWithoutResult(_ -> {
            if (!imports.askToStop(importId, actor)) {
                throw new ConflictingState(
                        "Lần nhập " + importId + " không đang chạy (the import is not running): " + running.status());
            }
            audit.record(actor, "RECIPIENTS_IMPORT_STOP", "recipient list " + running.listId(), "import " + importId);
        });
        return imports.find(importId);
    }

    /**
     * Goes on with an import that failed or was stopped, after the last chunk that was committed.
     *
     * @throws ConflictingState it is completed, was never started, or is under way
     */
    public RecipientImport resume(long importId, String actor) {
        RecipientImport stopped = imports.find(importId);
        boolean waits = stopped.status() == ImportStatus.STOPPED || stopped.status() == ImportStatus.FAILED;
        if (waits) {
            imports.takeBackStop(importId);
        }
        if (!waits || !launcher.launch(importId)) {
            throw new ConflictingState(
                    "Lần nhập " + importId
                            + " đã xong hoặc đang chạy, hoặc tệp không còn trên máy này (completed, running, or its file is not on this machine)");
        }
        audit.record(actor, "RECIPIENTS_IMPORT_RESUMED", "recipient list " + stopped.listId(), "import " + importId);
        return imports.find(importId);
    }

    private <T> T keptIfUsable(InputStream content, Function<String, T> use) {
        String storedFile = uploads.store(content);
        try {
            return use.apply(storedFile);
        } catch (RuntimeException refused) {
            uploads.delete(storedFile);
            throw refused;
        }
    }

    private ImportPlan plan(String storedFile, Reading reading) {
        TableFile file = TableFile.recognise(uploads.path(storedFile), reading.chosen());
        FileCheck.Checked checked = FileCheck.check(file, reading.mapping());
        return new ImportPlan(
                ColumnMapping.written(reading.mapping()),
                file.encoding() == null ? null : file.encoding().label(),
                RowCells.written(checked.layout().header()),
                checked.rows());
    }

    private void begin(long importId, ImportPlan plan, String actor) {
        if (!imports.begin(importId, plan)) {
            throw alreadyStarted(importId);
        }
        RecipientImport begun = imports.find(importId);
        audit.record(
                actor,
                "RECIPIENTS_IMPORT_STARTED",
                "recipient list " + begun.listId(),
                "import " + importId + ": " + begun.fileName());
    }

    private RecipientImport launched(long importId) {
        launcher.launch(importId);
        return imports.find(importId);
    }

    private RecipientImport waiting(long importId) {
        RecipientImport upload = imports.find(importId);
        if (upload.status() != ImportStatus.PREVIEW) {
            throw alreadyStarted(importId);
        }
        if (!uploads.has(imports.source(importId).storedFile())) {
            throw new ConflictingState(
                    "Tệp không còn trên máy này; hãy tải lên lại (the file is not on this machine: upload it again)");
        }
        return upload;
    }

    private TableFile file(long importId, Reading reading) {
        return TableFile.recognise(uploads.path(imports.source(importId).storedFile()), reading.chosen());
    }

    private static ConflictingState alreadyStarted(long importId) {
        return new ConflictingState("Lần nhập " + importId + " đã bắt đầu rồi (the import has been started already)");
    }

    // Some browsers send the whole path.
    private static String lastSegment(String fileName) {
        String name = fileName == null
                ? ""
                : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() > FILE_NAME_LENGTH ? name.substring(name.length() - FILE_NAME_LENGTH) : name;
    }
}
