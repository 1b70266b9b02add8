package vn.canhbao.scheduler.imports;

import java.util.List;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.recipient.RecipientImport;

/**
 * What an upload looks like before its import starts.
 *
 * @param upload the import, PREVIEW; {@code null} before it is stored
 * @param format {@code CSV} or {@code XLSX}
 * @param encoding of a CSV file, found or chosen; {@code null} for a workbook
 * @param problems why it can't be imported so: missing columns, or columns in doubt; empty where it can
 */
public record ImportPreview(
        RecipientImport upload,
        String format,
        String encoding,
        List<Column> columns,
        List<SampleRow> rows,
        List<FieldProblem> problems) {

    ImportPreview with(RecipientImport waiting) {
        return new ImportPreview(waiting, format, encoding, columns, rows, problems);
    }

    /**
     * A column of the file.
     *
     * @param position from 1; {@code #3} names the third one in a mapping
     * @param recipientColumn our column that it fills, or {@code null}: it becomes an attribute
     */
    public record Column(int position, String name, String recipientColumn) {}

    /**
     * One of the first rows, as it was read.
     *
     * @param field the column in which the row is wrong, or {@code null}: it would be taken
     */
    public record SampleRow(long row, List<String> cells, String field, String reason) {}
}
