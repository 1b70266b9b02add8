package vn.canhbao.core.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** Imports, how far they are, and the rows that they could not take. */
@Repository
public class RecipientImports {

    private static final int VALUE_LENGTH = 500;
    private static final int FAILURE_LENGTH = 1000;

    private static final RowInsert REJECTS = new RowInsert(
            "INSERT INTO recipient_import_reject (import_id, row_no, field, raw_value, reason, cells)", 6);

    private final JdbcClient jdbc;
    private final SetBasedWriter writer;
    private final Clock clock;

    public RecipientImports(JdbcClient jdbc, SetBasedWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.clock = clock;
    }

    /** A new import, PREVIEW, nothing read yet. */
    public RecipientImport create(ImportSource source, String fileName) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO recipient_import (list_id, file_name, stored_file, status, read_rows, accepted, duplicates, rejected, requested_by, started_at) VALUES (?, ?, ?, 'PREVIEW', 0, 0, 0, 0, ?, ?)")
                .params(
                        source.listId(),
                        fileName,
                        source.storedFile(),
                        source.requestedBy(),
                        Utc.column(clock.instant()))
                .update(key, "id");
        return find(key.getKey().longValue());
    }

    /** PREVIEW → RUNNING; false where somebody was faster. */
    public boolean begin(long id, ImportPlan plan) {
        return jdbc.sql(
                                "UPDATE recipient_import SET status = 'RUNNING', mapping = ?, encoding = ?, header = ?, total_rows = ?, started_at = ? WHERE id = ? AND status = 'PREVIEW'")
                        .params(
                                plan.mapping(),
                                plan.encoding(),
                                plan.header(),
                                plan.rows(),
                                Utc.column(clock.instant()),
                                id)
                        .update()
                == 1;
    }

    /** The import as it stands, or {@link NotFound}. */
    public RecipientImport find(long id) {
        return jdbc.sql("SELECT * FROM recipient_import WHERE id = ?")
                .param(id)
                .query(RecipientImports::recipientImport)
                .optional()
                .orElseThrow(() -> new NotFound("Không có lần nhập số " + id + " (no import " + id + ")"));
    }

    /** What the import reads and where it goes, or {@link NotFound}. */
    public ImportSource source(long id) {
        return jdbc.sql(
                        "SELECT list_id, stored_file, mapping, encoding, requested_by FROM recipient_import WHERE id = ?")
                .param(id)
                .query((row, n) -> new ImportSource(
                        row.getLong("list_id"),
                        row.getString("stored_file"),
                        row.getString("mapping"),
                        row.getString("encoding"),
                        row.getString("requested_by")))
                .optional()
                .orElseThrow(() -> new NotFound("Không có lần nhập số " + id + " (no import " + id + ")"));
    }

    /** The file's columns, a JSON array; {@code null} before the import has started. */
    public String header(long id) {
        return jdbc.sql("SELECT header FROM recipient_import WHERE id = ?")
                .param(id)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /**
     * Imports that a process left before their end, oldest first: RUNNING, or STOPPED by nobody but the application's
     * own end.
     */
    public List<Long> unfinished() {
        return jdbc.sql(
                        "SELECT id FROM recipient_import WHERE status = 'RUNNING' OR (status = 'STOPPED' AND stopped_by IS NULL) ORDER BY id")
                .query(Long.class)
                .list();
    }

    /** Whether an import runs, here or on another server. */
    public boolean anyRuns() {
        return !jdbc.sql("SELECT 1 FROM recipient_import WHERE status = 'RUNNING' LIMIT 1")
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** Uploads that were shown before this time and never started. */
    public List<Long> forgottenPreviews(Instant before) {
        return jdbc.sql("SELECT id FROM recipient_import WHERE status = 'PREVIEW' AND started_at < ?")
                .param(Utc.column(before))
                .query(Long.class)
                .list();
    }

    /** Forgets an upload that was never started; false where it was, meanwhile. */
    public boolean deletePreview(long id) {
        return jdbc.sql("DELETE FROM recipient_import WHERE id = ? AND status = 'PREVIEW'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Imports into a list, newest first. */
    public List<RecipientImport> latest(long listId, int limit) {
        return jdbc.sql(
                        "SELECT * FROM recipient_import WHERE list_id = ? AND status <> 'PREVIEW' ORDER BY id DESC LIMIT ?")
                .params(listId, limit)
                .query(RecipientImports::recipientImport)
                .list();
    }

    /** Asks a running import to stop after the chunk in hand; false where it isn't running. */
    public boolean askToStop(long id, String actor) {
        return jdbc.sql("UPDATE recipient_import SET stopped_by = ? WHERE id = ? AND status = 'RUNNING'")
                        .params(actor, id)
                        .update()
                == 1;
    }

    /** Whether a person asked it to stop. */
    public boolean isAskedToStop(long id) {
        return jdbc.sql("SELECT COUNT(*) FROM recipient_import WHERE id = ? AND stopped_by IS NOT NULL")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A person wants it to go on. */
    public void takeBackStop(long id) {
        jdbc.sql("UPDATE recipient_import SET stopped_by = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    /** Adds to the figures and keeps the rejects, in the transaction that writes the accepted rows. */
    public void progress(long id, ImportProgress rows, List<ImportReject> rejects) {
        writer.insert(
                REJECTS,
                rejects.stream()
                        .map(reject -> new Object[] {
                            id,
                            reject.row(),
                            reject.field(),
                            cut(reject.value(), VALUE_LENGTH),
                            cut(reject.reason(), VALUE_LENGTH),
                            reject.cells()
                        })
                        .toList());
        jdbc.sql(
                        "UPDATE recipient_import SET read_rows = read_rows + ?, accepted = accepted + ?, duplicates = duplicates + ?, rejected = rejected + ? WHERE id = ?")
                .params(rows.read(), rows.accepted(), rows.duplicates(), rows.rejected(), id)
                .update();
    }

    /** The import goes on where it stopped. */
    public void resume(long id) {
        jdbc.sql(
                        "UPDATE recipient_import SET status = 'RUNNING', failure = NULL, finished_at = NULL, resumed_at = ?, resumed_row = read_rows WHERE id = ?")
                .params(Utc.column(clock.instant()), id)
                .update();
    }

    /**
     * The import is over, or stopped for now.
     *
     * @param failure why it failed and what to do, or {@code null}
     */
    public void finish(long id, ImportStatus status, String failure) {
        jdbc.sql("UPDATE recipient_import SET status = ?, failure = ?, finished_at = ? WHERE id = ?")
                .params(status.name(), cut(failure, FAILURE_LENGTH), Utc.column(clock.instant()), id)
                .update();
    }

    /** The rows that were not taken, in the order of the file, from the one after {@code after} on. */
    public List<ImportReject> rejects(long importId, long after, int limit) {
        return jdbc.sql(
                        "SELECT row_no, field, raw_value, reason, cells FROM recipient_import_reject WHERE import_id = ? AND row_no > ? ORDER BY row_no LIMIT ?")
                .params(importId, after, limit)
                .query((row, n) -> new ImportReject(
                        row.getLong("row_no"),
                        row.getString("field"),
                        row.getString("raw_value"),
                        row.getString("reason"),
                        row.getString("cells")))
                .list();
    }

    private static RecipientImport recipientImport(ResultSet row, int number) throws SQLException {
        return new RecipientImport(
                row.getLong("id"),
                row.getLong("list_id"),
                row.getString("file_name"),
                ImportStatus.valueOf(row.getString("status")),
                row.getString("encoding"),
                row.getLong("total_rows"),
                row.getLong("read_rows"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                row.getString("failure"),
                row.getString("stopped_by"),
                Utc.instant(row, "started_at"),
                Utc.instant(row, "finished_at"),
                Utc.instant(row, "resumed_at"),
                row.getLong("resumed_row"));
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
