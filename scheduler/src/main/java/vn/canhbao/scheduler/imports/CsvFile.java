package vn.canhbao.scheduler.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** How recipient files are written: UTF-8 with or without a byte order mark, {@code ;} or {@code ,}, quotes where needed. */
final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /** The records of a file, its header the first; malformed UTF-8 is an error, never a question mark. */
    static CSVParser open(Path file, char delimiter) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                // An empty line is a row of the spreadsheet too: skipped by us, but counted.
                .setIgnoreEmptyLines(false)
                .get();
        return CSVParser.builder().setReader(reader(file)).setFormat(format).get();
    }

    /** {@code ;} (spreadsheets with Vietnamese settings) or {@code ,}: which of them stands more often in the first line. */
    static char delimiter(Path file) throws IOException {
        try (BufferedReader reader = reader(file)) {
            String unquoted = String.valueOf(reader.readLine()).replaceAll("\"[^\"]*\"", "");
            long semicolons = unquoted.chars().filter(c -> c == ';').count();
            return semicolons > unquoted.chars().filter(c -> c == ',').count() ? ';' : ',';
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        Reader decoded = new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        BufferedReader reader = new BufferedReader(decoded);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
