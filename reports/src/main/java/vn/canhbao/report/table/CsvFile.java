package vn.canhbao.report.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.text.FormulaGuard;

/**
 * CSV for a spreadsheet: UTF-8 with BOM, CRLF. Several tables follow one another, each under a line with its name. Numbers
 * without separators; a text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvFile implements RowsFile {

    private static final char BOM = '\uFEFF';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final BufferedWriter out;
    private final CSVPrinter printer;
    private final boolean named;
    private boolean first = true;

    /** @param named whether a line with its name stands above each table */
    public CsvFile(OutputStream out, boolean named) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BOM);
        this.printer = new CSVPrinter(this.out, CSVFormat.EXCEL);
        this.named = named;
    }

    @Override
    public void table(String name, List<ReportTable.Column> columns) throws IOException {
        if (!first) {
            printer.println();
        }
        first = false;
        if (named) {
            printer.printRecord(name);
        }
        printer.printRecord(columns.stream().map(ReportTable.Column::heading));
    }

    @Override
    public void row(List<?> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvFile::cell));
    }

    private static Object cell(Object value) {
        return switch (value) {
            case null -> "";
            case Instant time -> TIME.format(time.atZone(ClockConfiguration.LOCAL));
            case LocalDate day -> DAY.format(day);
            case String text -> FormulaGuard.guarded(text);
            case java.math.BigDecimal money -> money.toPlainString();
            default -> value;
        };
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
