package vn.canhbao.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.canhbao.core.ClockConfiguration;

/**
 * XLSX, a worksheet a table: numbers are numbers, times are times, texts are never formulas, the header stays in sight
 * and filters. Rows leave memory a thousand at a time; a sheet that is full goes on in another.
 */
public final class XlsxFile implements RowsFile {

    /** Of the 1,048,576 that a sheet may have. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int FLUSHED_AT_ONCE = 1_000;
    /** Of a cell, by the format. */
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook book;
    private final int mostRows;
    private String name;
    private List<ReportTable.Column> columns;
    private Worksheet sheet;
    private int part;
    private int row;

    public XlsxFile(OutputStream out) {
        this(out, MOST_ROWS);
    }

    XlsxFile(OutputStream out, int mostRows) {
        this.book = new Workbook(out, "canhbao", "1.0");
        this.mostRows = mostRows;
    }

    @Override
    public void table(String tableName, List<ReportTable.Column> tableColumns) throws IOException {
        name = tableName;
        columns = tableColumns;
        part = 1;
        begin();
    }

    private void begin() throws IOException {
        finish();
        sheet = book.newWorksheet(part == 1 ? name : name + " " + part);
        // Before the first flush: they stand before the rows in the file.
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width() + 2);
            sheet.inlineString(0, i, columns.get(i).heading());
            sheet.style(0, i).bold().wrapText(true).fillColor("E8E8E8").set();
        }
        row = 1;
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (row > mostRows) {
            part++;
            begin();
        }
        for (int i = 0; i < cells.size(); i++) {
            cell(i, cells.get(i));
        }
        row++;
        if (row % FLUSHED_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        switch (value) {
            case null -> {}
            case Long number -> {
                sheet.value(row, column, number);
                sheet.style(row, column).format("#,##0").set();
            }
            case Double seconds -> {
                sheet.value(row, column, seconds);
                sheet.style(row, column).format("#,##0.0").set();
            }
            case Integer number -> sheet.value(row, column, number);
            case BigDecimal money -> {
                sheet.value(row, column, money);
                sheet.style(row, column).format("#,##0").set();
            }
            case Instant time -> {
                sheet.value(row, column, time.atZone(ClockConfiguration.LOCAL).toLocalDateTime());
                sheet.style(row, column).format("dd/mm/yyyy hh:mm:ss").set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("dd/mm/yyyy").set();
            }
            default -> {
                String text = value.toString();
                // An inline string: no table of all texts stays in memory, and no spreadsheet takes it for a formula.
                sheet.inlineString(row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
            }
        }
    }

    private void finish() throws IOException {
        if (sheet != null) {
            sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
            sheet.finish();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        book.finish();
    }
}
