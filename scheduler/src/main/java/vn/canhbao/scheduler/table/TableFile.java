package vn.canhbao.scheduler.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file with a table in it, recognised by its octets and not by its name.
 *
 * @param encoding of a CSV file; {@code null}: it is an XLSX workbook, whose first visible sheet counts
 */
public record TableFile(Path path, TextEncoding encoding) {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /**
     * Looks what a file is.
     *
     * @param chosen the encoding that a person chose for a CSV file; {@code null}: by the file's octets
     * @throws vn.canhbao.core.problem.InvalidInput it is nothing that we read, or not in that encoding
     */
    public static TableFile recognise(Path file, TextEncoding chosen) {
        try {
            byte[] start = start(file);
            if (start.length == 0) {
                throw BrokenFile.empty();
            }
            if (startsWith(start, ZIP)) {
                WorkbookSize.check(file);
                return new TableFile(file, null);
            }
            if (startsWith(start, OLE)) {
                throw contains(file, ENCRYPTED) ? BrokenFile.encrypted() : BrokenFile.oldExcel();
            }
            return new TableFile(file, encoding(file, chosen));
        } catch (IOException broken) {
            throw new UncheckedIOException("upload can't be read", broken);
        }
    }

    private static TextEncoding encoding(Path file, TextEncoding chosen) throws IOException {
        TextEncoding encoding = chosen == null
                ? TextEncoding.of(file)
                        .orElseThrow(() -> hasZero(file) ? BrokenFile.binary() : BrokenFile.unknownEncoding())
                : chosen;
        if (chosen != null && !chosen.canRead(file)) {
            throw BrokenFile.notIn(chosen);
        }
        boolean octets = encoding == TextEncoding.UTF_8 || encoding == TextEncoding.WINDOWS_1258;
        if (octets && hasZero(file)) {
            throw BrokenFile.binary();
        }
        return encoding;
    }

    /** {@code CSV} or {@code XLSX}. */
    public String format() {
        return encoding == null ? "XLSX" : "CSV";
    }

    /** Opens it; to be closed. */
    public TableRows open() {
        return encoding == null ? new XlsxRows(path) : new CsvRows(path, encoding);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(8);
        }
    }

    private static boolean startsWith(byte[] start, byte[] signature) {
        return start.length >= signature.length
                && Arrays.equals(start, 0, signature.length, signature, 0, signature.length);
    }

    private static boolean hasZero(Path file) {
        try {
            return contains(file, new byte[] {0});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // Such words don't repeat their first octet's neighbour, so a mismatch need not step back more than to the start.
    private static boolean contains(Path file, byte[] word) throws IOException {
        byte[] block = new byte[64 * 1024];
        int matched = 0;
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(block); read > 0; read = bytes.read(block)) {
                for (int at = 0; at < read; at++) {
                    matched = block[at] == word[matched] ? matched + 1 : block[at] == word[0] ? 1 : 0;
                    if (matched == word.length) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
