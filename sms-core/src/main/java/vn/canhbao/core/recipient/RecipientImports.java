package vn.canhbao.core.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.NotFound;

/** Imports, how far they are, and the rows that they could not take. */
@Repository
public class RecipientImports {

    private static final int VALUE_LENGTH = 500;
    private static final int FAILURE_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    public RecipientImports(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A new import, RUNNING, nothing read yet. */
    public RecipientImport create(ImportSource source, String fileName) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO recipient_import (list_id, file_name, stored_file, mapping, status, read_rows, accepted, duplicates, rejected, requested_by, started_at) VALUES (?, ?, ?, ?, 'RUNNING', 0, 0, 0, 0, ?, ?)")
                .params(
                        source.listId(),
                        fileName,
                        source.storedFile(),
                        source.mapping(),
                        source.requestedBy(),
                        Utc.column(clock.instant()))
                .update(key, "id");
        return find(key.getKey().longValue());
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
        return jdbc.sql("SELECT list_id, stored_file, mapping, requested_by FROM recipient_import WHERE id = ?")
                .param(id)
                .query((row, n) -> new ImportSource(
                        row.getLong("list_id"),
                        row.getString("stored_file"),
                        row.getString("mapping"),
                        row.getString("requested_by")))
                .optional()
                .orElseThrow(() -> new NotFound("Không có lần nhập số " + id + " (no import " + id + ")"));
    }

    /** Imports that a process left before their end, RUNNING or STOPPED, oldest first. */
    public List<Long> unfinished() {
        return jdbc.sql("SELECT id FROM recipient_import WHERE status IN ('RUNNING', 'STOPPED') ORDER BY id")
                .query(Long.class)
                .list();
    }

    /** Adds to the figures and keeps the rejects, in the transaction that writes the accepted rows. */
    public void progress(long id, ImportProgress rows, List<ImportReject> rejects) {
        batches.batchUpdate(
                "INSERT INTO recipient_import_reject (import_id, row_no, field, raw_value, reason) VALUES (?, ?, ?, ?, ?)",
                rejects.stream()
                        .map(reject -> new Object[] {
                            id, reject.row(), reject.field(), cut(reject.value(), VALUE_LENGTH), reject.reason()
                        })
                        .toList());
        jdbc.sql(
                        "UPDATE recipient_import SET read_rows = read_rows + ?, accepted = accepted + ?, duplicates = duplicates + ?, rejected = rejected + ? WHERE id = ?")
                .params(rows.read(), rows.accepted(), rows.duplicates(), rows.rejected(), id)
                .update();
    }

    /** The import goes on where it stopped. */
    public void resume(long id) {
        jdbc.sql("UPDATE recipient_import SET status = 'RUNNING', failure = NULL, finished_at = NULL WHERE id = ?")
                .param(id)
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

    /** The rows that were not taken, in the order of the file. */
    public List<ImportReject> rejects(long importId) {
        return jdbc.sql(
                        "SELECT row_no, field, raw_value, reason FROM recipient_import_reject WHERE import_id = ? ORDER BY row_no")
                .param(importId)
                .query((row, n) -> new ImportReject(
                        row.getLong("row_no"),
                        row.getString("field"),
                        row.getString("raw_value"),
                        row.getString("reason")))
                .list();
    }

    private static RecipientImport recipientImport(ResultSet row, int number) throws SQLException {
        return new RecipientImport(
                row.getLong("id"),
                row.getLong("list_id"),
                row.getString("file_name"),
                ImportStatus.valueOf(row.getString("status")),
                row.getLong("read_rows"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                row.getString("failure"),
                Utc.instant(row, "started_at"),
                Utc.instant(row, "finished_at"));
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
