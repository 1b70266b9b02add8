package vn.canhbao.scheduler.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.MsisdnParser;
import vn.canhbao.scheduler.table.TableFile;
import vn.canhbao.scheduler.table.TableRow;
import vn.canhbao.scheduler.table.TableRows;

/** Shows an upload's columns and first rows, and what would become of them. */
@Component
class ImportPreviews {

    private static final int SAMPLE = 10;

    private final Operators operators;

    ImportPreviews(Operators operators) {
        this.operators = operators;
    }

    ImportPreview of(TableFile file, Map<String, String> mapping) {
        FileLayout layout = FileCheck.layout(file, mapping);
        return new ImportPreview(
                null,
                file.format(),
                file.encoding() == null ? null : file.encoding().label(),
                columns(layout),
                rows(file, layout),
                layout.problems());
    }

    private static List<ImportPreview.Column> columns(FileLayout layout) {
        return IntStream.range(0, layout.header().size())
                .mapToObj(at -> new ImportPreview.Column(
                        at + 1,
                        layout.header().get(at),
                        layout.columns().entrySet().stream()
                                .filter(found -> found.getValue() == at)
                                .map(found -> found.getKey().key())
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private List<ImportPreview.SampleRow> rows(TableFile file, FileLayout layout) {
        RowCheck check =
                layout.problems().isEmpty() ? new RowCheck(layout, new MsisdnParser(operators.prefixes())) : null;
        List<ImportPreview.SampleRow> sample = new ArrayList<>();
        try (TableRows rows = file.open()) {
            rows.next();
            for (TableRow row = rows.next(); row != null && sample.size() < SAMPLE; row = rows.next()) {
                sample.add(
                        check != null && check.process(row) instanceof RowOutcome.Rejected(var reject)
                                ? new ImportPreview.SampleRow(
                                        row.number(), row.cells(), reject.field(), reject.reason())
                                : new ImportPreview.SampleRow(row.number(), row.cells(), null, null));
            }
        }
        return sample;
    }
}
