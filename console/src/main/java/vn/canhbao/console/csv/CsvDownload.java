package vn.canhbao.console.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.canhbao.core.text.FormulaGuard;

/**
 * A CSV file for a spreadsheet: UTF-8 with a byte order mark, so that Vietnamese is read; cells that a spreadsheet would
 * take for formulas are guarded. Rows are written as they come, however many.
 */
public final class CsvDownload {

    public static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final char BOM = '\uFEFF';

    private CsvDownload() {}

    /** What fills a file, row by row. */
    @FunctionalInterface
    public interface Content {
        void write(Rows rows) throws IOException;
    }

    /** Takes the rows of a file. */
    @FunctionalInterface
    public interface Rows {
        /** {@code null} is an empty cell. */
        void add(List<?> cells) throws IOException;
    }

    /** The answer that a browser saves under the name. */
    public static ResponseEntity<StreamingResponseBody> named(String fileName, Content content) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .body(out -> write(out, content));
    }

    /** Writes the file and leaves the stream open. */
    public static void write(OutputStream out, Content content) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BOM);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        content.write(cells -> printer.printRecord(guarded(cells)));
        writer.flush();
    }

    private static Stream<String> guarded(List<?> cells) {
        return cells.stream().map(cell -> FormulaGuard.guarded(Objects.toString(cell, "")));
    }
}
