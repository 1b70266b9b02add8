package vn.canhbao.scheduler.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.canhbao.core.problem.InvalidInput;

/** Reads an upload once from end to end, so that what can't be imported is refused before anything is written. */
final class FileCheck {

    private static final String SAVE_AS =
            "trong bảng tính chọn Lưu thành (Save As) → “CSV UTF-8” rồi nhập lại (save as CSV UTF-8 and import again)";

    private FileCheck() {}

    /** The file's layout; {@link InvalidInput} on the field {@code file} or {@code mapping} says what to mend. */
    static CsvLayout check(Path file, Map<String, String> mapping) {
        try {
            refuseBinary(file);
            CsvLayout layout = layout(file, mapping);
            if (rows(file, layout.delimiter()) == 0) {
                throw refused("Tệp không có dòng dữ liệu nào sau dòng tiêu đề (no rows after the header)");
            }
            return layout;
        } catch (CharacterCodingException notUtf8) {
            throw refused("Tệp không phải văn bản UTF-8: " + SAVE_AS);
        } catch (IOException broken) {
            throw new UncheckedIOException("upload can't be read", broken);
        }
    }

    /** The layout of a file that was checked before. */
    static CsvLayout layout(Path file, Map<String, String> mapping) throws IOException {
        char delimiter = CsvFile.delimiter(file);
        try (CSVParser parser = CsvFile.open(file, delimiter)) {
            List<String> header =
                    parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
            return CsvLayout.of(delimiter, header, mapping);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static long rows(Path file, char delimiter) throws IOException {
        try (CSVParser parser = CsvFile.open(file, delimiter)) {
            try {
                return parser.stream()
                        .skip(1)
                        .filter(record -> !CsvRow.blank(record))
                        .count();
            } catch (UncheckedIOException unreadable) {
                if (unreadable.getCause() instanceof CharacterCodingException notUtf8) {
                    throw notUtf8;
                }
                throw refused("Dấu ngoặc kép không khép ở gần dòng " + (parser.getRecordNumber() + 1)
                        + "; hãy sửa ô đó rồi nhập lại (a quoted cell is malformed near row "
                        + (parser.getRecordNumber() + 1) + ": mend it and import again)");
            }
        }
    }

    private static void refuseBinary(Path file) throws IOException {
        byte[] block = new byte[8192];
        try (InputStream bytes = Files.newInputStream(file)) {
            int read = bytes.read(block);
            if (read <= 0) {
                throw refused("Tệp rỗng; hãy chọn tệp CSV có dòng tiêu đề (the file is empty)");
            }
            if (read > 3 && block[0] == 'P' && block[1] == 'K' && block[2] == 3 && block[3] == 4) {
                throw refused("Đây là tệp XLSX hoặc tệp nén, không phải CSV: " + SAVE_AS);
            }
            for (; read > 0; read = bytes.read(block)) {
                for (int at = 0; at < read; at++) {
                    if (block[at] == 0) {
                        throw refused("Tệp nhị phân hoặc UTF-16, không phải CSV UTF-8: " + SAVE_AS);
                    }
                }
            }
        }
    }

    private static InvalidInput refused(String message) {
        return InvalidInput.of("file", message);
    }
}
