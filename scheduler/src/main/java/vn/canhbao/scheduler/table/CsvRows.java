package vn.canhbao.scheduler.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file: {@code ;}, {@code ,} or tab between the cells, quotes where needed. */
final class CsvRows implements TableRows {

    private final TextEncoding encoding;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    CsvRows(Path file, TextEncoding encoding) {
        this.encoding = encoding;
        try {
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter(file, encoding))
                    .setIgnoreSurroundingSpaces(true)
                    // An empty line is a row of the spreadsheet too: skipped by us, but counted.
                    .setIgnoreEmptyLines(false)
                    .get();
            parser = CSVParser.builder()
                    .setReader(encoding.reader(file))
                    .setFormat(format)
                    .get();
        } catch (IOException broken) {
            throw new UncheckedIOException("upload can't be read", broken);
        }
        records = parser.iterator();
    }

    /** Which of them stands most often in the first line that has anything: a spreadsheet's settings decide it. */
    static char delimiter(Path file, TextEncoding encoding) throws IOException {
        try (BufferedReader reader = encoding.reader(file)) {
            String line = reader.readLine();
            while (line != null && line.isBlank()) {
                line = reader.readLine();
            }
            String unquoted = String.valueOf(line).replaceAll("\"[^\"]*\"", "");
            return Stream.of(',', ';', '\t')
                    .max((one, other) -> Long.compare(count(unquoted, one), count(unquoted, other)))
                    .orElseThrow();
        }
    }

    private static long count(String line, char delimiter) {
        return line.chars().filter(c -> c == delimiter).count();
    }

    @Override
    public TableRow next() {
        try {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                TableRow row = new TableRow(record.getRecordNumber(), cells(record));
                if (!row.blank()) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause() instanceof CharacterCodingException
                    ? BrokenFile.notIn(encoding)
                    : BrokenFile.malformedCell(parser.getRecordNumber() + 1);
        }
    }

    // Windows-1258 writes tone marks as characters of their own.
    private List<String> cells(CSVRecord record) {
        return encoding == TextEncoding.WINDOWS_1258
                ? record.stream()
                        .map(cell -> Normalizer.normalize(cell, Normalizer.Form.NFC))
                        .toList()
                : record.toList();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
