package vn.canhbao.console.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.canhbao.core.recipient.ImportReject;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.scheduler.imports.RecipientImporter;
import vn.canhbao.scheduler.imports.RowCells;

/**
 * The refused rows of an import, to be corrected and imported again: {@code row,field,value,reason}, which an import
 * leaves out, then the columns of the original file with the row as it stood there.
 */
@Component
public class RejectsFile {

    private static final List<String> OURS = RecipientImporter.REJECT_COLUMNS;
    private static final int BLOCK = 1000;

    private final RecipientImports imports;

    RejectsFile(RecipientImports imports) {
        this.imports = imports;
    }

    /** {@link vn.canhbao.core.problem.NotFound} where there is no such import. */
    public ResponseEntity<StreamingResponseBody> of(long importId) {
        imports.find(importId);
        return CsvDownload.named("import-" + importId + "-rejects.csv", rows -> write(importId, rows));
    }

    void write(long importId, CsvDownload.Rows rows) throws IOException {
        List<String> header = RowCells.read(imports.header(importId));
        // The corrected file of an earlier import has these columns already: they come anew.
        int from = header.size() > OURS.size() && header.subList(0, OURS.size()).equals(OURS) ? OURS.size() : 0;
        List<String> first = new ArrayList<>(OURS);
        first.addAll(header.subList(from, header.size()));
        rows.add(first);
        long after = 0;
        for (List<ImportReject> block = imports.rejects(importId, after, BLOCK);
                !block.isEmpty();
                block = imports.rejects(importId, after, BLOCK)) {
            for (ImportReject reject : block) {
                List<Object> row =
                        new ArrayList<>(List.of(reject.row(), reject.field(), reject.value(), reject.reason()));
                row.addAll(asWideAs(header, RowCells.read(reject.cells())).subList(from, header.size()));
                rows.add(row);
            }
            after = block.getLast().row();
        }
    }

    // A row with too many cells, mostly for want of quotes, keeps all of its text in the last column.
    private static List<String> asWideAs(List<String> header, List<String> cells) {
        List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(cells.size(), header.size())));
        if (cells.size() > header.size() && !header.isEmpty()) {
            fitted.set(header.size() - 1, String.join(",", cells.subList(header.size() - 1, cells.size())));
        }
        while (fitted.size() < header.size()) {
            fitted.add("");
        }
        return fitted;
    }
}
