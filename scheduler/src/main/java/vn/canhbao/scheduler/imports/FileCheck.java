package vn.canhbao.scheduler.imports;

import java.util.List;
import java.util.Map;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.scheduler.table.TableFile;
import vn.canhbao.scheduler.table.TableRow;
import vn.canhbao.scheduler.table.TableRows;

/** Reads an upload once from end to end, so that what can't be imported is refused before anything is written. */
final class FileCheck {

    private FileCheck() {}

    /** What an import needs to know of a file: its layout, and how many rows there are below the header. */
    record Checked(FileLayout layout, long rows) {}

    /** {@link InvalidInput} on the field {@code file}, {@code encoding} or {@code mapping} says what to mend. */
    static Checked check(TableFile file, Map<String, String> mapping) {
        try (TableRows rows = file.open()) {
            FileLayout layout = layout(rows, mapping).valid();
            long count = 0;
            while (rows.next() != null) {
                count++;
            }
            if (count == 0) {
                throw InvalidInput.of(
                        "file",
                        "Tệp không có dòng dữ liệu nào sau dòng tiêu đề; hãy thêm người nhận rồi nhập lại (no rows after the header: add recipients and import again)");
            }
            return new Checked(layout, count);
        }
    }

    /** The layout of a file, with its problems where it has some. */
    static FileLayout layout(TableFile file, Map<String, String> mapping) {
        try (TableRows rows = file.open()) {
            return layout(rows, mapping);
        }
    }

    private static FileLayout layout(TableRows rows, Map<String, String> mapping) {
        TableRow header = rows.next();
        return FileLayout.of(header == null ? List.of() : header.cells(), mapping);
    }
}
