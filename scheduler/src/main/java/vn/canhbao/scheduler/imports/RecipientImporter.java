package vn.canhbao.scheduler.imports;

import java.io.InputStream;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.recipient.ImportSource;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientLists;

/** Takes a recipient file: checks it before anything is written, then imports it beside the caller. */
@Component
public class RecipientImporter {

    private static final int FILE_NAME_LENGTH = 255;

    private final RecipientLists lists;
    private final RecipientImports imports;
    private final Uploads uploads;
    private final ImportLauncher launcher;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    RecipientImporter(
            RecipientLists lists,
            RecipientImports imports,
            Uploads uploads,
            ImportLauncher launcher,
            AuditTrail audit,
            TransactionOperations transaction) {
        this.lists = lists;
        this.imports = imports;
        this.uploads = uploads;
        this.launcher = launcher;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Starts an import; {@link RecipientImports#find} tells how far it is.
     *
     * @param fileName as the person knows it
     * @param mapping our column ({@code msisdn}, {@code full_name}, {@code unit}) → the file's column, where the header's
     *     names are not known to us; empty otherwise
     * @return the import, RUNNING
     * @throws vn.canhbao.core.problem.NotFound no such list
     * @throws vn.canhbao.core.problem.InvalidInput the file can't be imported: field {@code file} or {@code mapping}; nothing
     *     was written
     */
    public RecipientImport start(
            long listId, String fileName, InputStream file, Map<String, String> mapping, String actor) {
        lists.get(listId);
        String mappingAsStored = ColumnMapping.written(mapping);
        String storedFile = uploads.store(file);
        RecipientImport created;
        try {
            FileCheck.check(uploads.path(storedFile), mapping);
            created = create(new ImportSource(listId, storedFile, mappingAsStored, actor), lastSegment(fileName));
        } catch (RuntimeException refused) {
            uploads.delete(storedFile);
            throw refused;
        }
        launcher.launch(created.id());
        return created;
    }

    /**
     * Goes on with an import that failed or was stopped, after the last chunk that was committed.
     *
     * @throws ConflictingState it is completed, or under way
     */
    public RecipientImport resume(long importId) {
        RecipientImport stopped = imports.find(importId);
        if (stopped.status() == ImportStatus.COMPLETED || !launcher.launch(importId)) {
            throw new ConflictingState(
                    "Lần nhập " + importId
                            + " đã xong hoặc đang chạy, hoặc tệp không còn trên máy này (completed, running, or its file is not on this machine)");
        }
        return imports.find(importId);
    }

    private RecipientImport create(ImportSource source, String fileName) {
        return transaction.execute(_ -> {
            RecipientImport created = imports.create(source, fileName);
            audit.record(
                    source.requestedBy(),
                    "RECIPIENTS_IMPORT_STARTED",
                    "recipient list " + source.listId(),
                    "import " + created.id() + ": " + fileName);
            return created;
        });
    }

    // Some browsers send the whole path.
    private static String lastSegment(String fileName) {
        String name = fileName == null
                ? ""
                : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() > FILE_NAME_LENGTH ? name.substring(name.length() - FILE_NAME_LENGTH) : name;
    }
}
