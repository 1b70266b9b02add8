package vn.canhbao.scheduler.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The rows of a workbook's first visible sheet. Spreadsheets leave out the empty cells at a row's end: each row gets as
 * many cells as the header has.
 */
final class XlsxRows implements TableRows {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int width;
    private long last;

    XlsxRows(Path file) {
        try {
            workbook = workbook(file);
            stream = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(BrokenFile::notAWorkbook)
                    .openStream();
            rows = stream.iterator();
        } catch (IOException | ExcelReaderException corrupt) {
            throw BrokenFile.notAWorkbook();
        }
    }

    private static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException noStyles) {
            // Then no number can be a date either.
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    @Override
    public TableRow next() {
        try {
            while (rows.hasNext()) {
                TableRow row = row(rows.next());
                last = row.number();
                if (!row.blank()) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException corrupt) {
            // The library throws whatever its XML and ZIP readers come upon.
            throw BrokenFile.corrupt(last);
        }
    }

    private TableRow row(Row row) {
        List<String> cells = new ArrayList<>(Math.max(width, row.getCellCount()));
        for (int at = 0; at < row.getCellCount(); at++) {
            cells.add(row.getOptionalCell(at).map(XlsxCell::text).orElse(""));
        }
        while (cells.size() > width && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        while (cells.size() < width) {
            cells.add("");
        }
        if (width == 0) {
            width = cells.size();
        }
        return new TableRow(row.getRowNum(), cells);
    }

    @Override
    public void close() {
        try {
            stream.close();
            workbook.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
