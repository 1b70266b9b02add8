package vn.canhbao.scheduler.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.canhbao.core.problem.InvalidInput;

/** How the text of a CSV file is written in octets. */
public enum TextEncoding {
    UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
    /** What spreadsheets call "Unicode text". */
    UTF_16LE("UTF-16LE", 0xFF, 0xFE),
    UTF_16BE("UTF-16BE", 0xFE, 0xFF),
    /** A Vietnamese Windows of before Unicode; tone marks are characters of their own. */
    WINDOWS_1258("windows-1258");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Charset charset;
    private final byte[] mark;

    TextEncoding(String name, int... mark) {
        this.charset = Charset.forName(name);
        this.mark = new byte[mark.length];
        for (int at = 0; at < mark.length; at++) {
            this.mark[at] = (byte) mark[at];
        }
    }

    /** Its usual name: {@code UTF-8}. */
    public String label() {
        return charset.name();
    }

    /** By its usual name, in any case; {@link InvalidInput} on the field {@code encoding}. */
    public static TextEncoding named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.label().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(
                        "encoding",
                        "Không biết bảng mã " + name + "; chọn một trong " + labels()
                                + " (unknown encoding, choose one of these)"));
    }

    /** By the file's byte order mark, else by whether it is well-formed UTF-8; empty where it is none that we know. */
    static Optional<TextEncoding> of(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(3);
        }
        for (TextEncoding encoding : values()) {
            if (encoding.mark.length > 0 && encoding.isMarked(start)) {
                return Optional.of(encoding);
            }
        }
        if (UTF_8.canRead(file)) {
            return Optional.of(UTF_8);
        }
        return WINDOWS_1258.canRead(file) ? Optional.of(WINDOWS_1258) : Optional.empty();
    }

    private boolean isMarked(byte[] start) {
        return start.length >= mark.length && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
    }

    /** Whether every octet of the file has a meaning in this encoding. */
    boolean canRead(Path file) throws IOException {
        try (Reader reader = reader(file)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /** The file's text without a byte order mark; malformed octets are an error, never a question mark. */
    BufferedReader reader(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    static String labels() {
        return Arrays.stream(values()).map(TextEncoding::label).collect(Collectors.joining(", "));
    }
}
