package vn.canhbao.scheduler.imports;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.canhbao.core.protection.PersonTraces;
import vn.canhbao.core.recipient.NumberForms;
import vn.canhbao.scheduler.table.TableFile;
import vn.canhbao.scheduler.table.TableRow;
import vn.canhbao.scheduler.table.TableRows;

/** Files that wait to be imported, or to be imported further: those with the number are named, then deleted. */
@Component
class PersonInUploads implements PersonTraces {

    private final JdbcClient jdbc;
    private final Uploads uploads;

    private record Stored(long id, String file, String status) {}

    PersonInUploads(JdbcClient jdbc, Uploads uploads) {
        this.jdbc = jdbc;
        this.uploads = uploads;
    }

    /** A file that is being read, or that a person stopped half-way, is needed: it would bring the person back. */
    @Override
    public List<String> inUse(NumberForms number) {
        List<String> reasons = new ArrayList<>();
        for (Stored stored : stored("RUNNING", "STOPPED", "PREVIEW")) {
            if (holds(stored.file(), number)) {
                reasons.add("lần nhập " + stored.id() + " chưa xong, tệp có số này (import " + stored.id()
                        + " is not over and its file has the number)");
            }
        }
        return reasons;
    }

    @Override
    public void erase(NumberForms number) {
        stored("COMPLETED", "FAILED").stream()
                .filter(stored -> holds(stored.file(), number))
                .forEach(stored -> uploads.delete(stored.file()));
    }

    private List<Stored> stored(String... statuses) {
        return jdbc
                .sql("SELECT id, stored_file, status FROM recipient_import WHERE status IN (:statuses)")
                .param("statuses", List.of(statuses))
                .query((row, n) -> new Stored(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(stored -> uploads.has(stored.file()))
                .toList();
    }

    private boolean holds(String file, NumberForms number) {
        try (TableRows rows = TableFile.recognise(uploads.path(file), null).open()) {
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                if (row.cells().stream().anyMatch(number::isIn)) {
                    return true;
                }
            }
            return false;
        } catch (RuntimeException unreadable) {
            // What can't be read can't be shown to be without the number.
            return true;
        }
    }
}
