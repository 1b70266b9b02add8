package vn.canhbao.scheduler.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.canhbao.core.problem.InvalidInput;

class TableFileTest {

    private static final String TEXT = "Họ và tên;Đơn vị\nNguyễn Thị Hằng;Phường Bến Nghé\n";
    private static final List<List<String>> ROWS =
            List.of(List.of("Họ và tên", "Đơn vị"), List.of("Nguyễn Thị Hằng", "Phường Bến Nghé"));

    @TempDir
    Path folder;

    @Test
    void encodingIsFoundByTheMarkOrByTheOctets() throws IOException {
        assertRead(TEXT.getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8);
        assertRead(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8);
        assertRead(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE), TextEncoding.UTF_16LE);
        assertRead(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE), TextEncoding.UTF_16BE);
        assertRead(windows1258(TEXT), TextEncoding.WINDOWS_1258);
    }

    @Test
    void toneMarksOfWindows1258BecomeOneCharacterWithTheirLetter() throws IOException {
        List<List<String>> rows = rows(TableFile.recognise(file(windows1258(TEXT)), null));

        assertThat(rows).isEqualTo(ROWS);
        assertThat(Normalizer.isNormalized(rows.get(1).get(0), Normalizer.Form.NFC))
                .isTrue();
    }

    @Test
    void chosenEncodingWinsAndIsRefusedWhereItCannotBe() throws IOException {
        Path file = file(windows1258(TEXT));

        assertThat(TableFile.recognise(file, TextEncoding.WINDOWS_1258).encoding())
                .isEqualTo(TextEncoding.WINDOWS_1258);
        assertRefused(file, TextEncoding.UTF_8, "encoding", "không viết bằng bảng mã UTF-8");
    }

    @Test
    void unicodeTextOfASpreadsheetHasTabs() throws IOException {
        byte[] tabs = ("\uFEFF" + TEXT.replace(';', '\t')).getBytes(StandardCharsets.UTF_16LE);

        assertThat(rows(TableFile.recognise(file(tabs), null))).isEqualTo(ROWS);
    }

    @Test
    void blankRowsAreLeftOutAndRowsKeepTheirNumbers() throws IOException {
        try (TableRows rows = TableFile.recognise(file("a,b\n\n,\n1,2\n".getBytes(StandardCharsets.UTF_8)), null)
                .open()) {
            assertThat(rows.next().number()).isEqualTo(1);
            assertThat(rows.next()).isEqualTo(new TableRow(4, List.of("1", "2")));
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void numbersOfAWorkbookHaveAllTheirDigitsAndDaysAreDays() throws IOException {
        byte[] workbook = workbook(sheet -> {
            sheet.value(0, 0, "Số điện thoại");
            sheet.value(0, 1, "Họ và tên");
            sheet.value(0, 2, "Ngày");
            sheet.value(1, 0, 912345678);
            sheet.value(1, 1, "An");
            sheet.value(1, 2, LocalDate.of(2026, 11, 30));
            sheet.style(1, 2).format("dd/MM/yyyy").set();
            sheet.value(2, 0, 8.4912345678E10);
            sheet.style(2, 0).format("0.00E+00").set();
            sheet.value(4, 0, "0912345678");
            sheet.value(4, 1, true);
        });

        try (TableRows rows = TableFile.recognise(file(workbook), null).open()) {
            assertThat(rows.next().cells()).containsExactly("Số điện thoại", "Họ và tên", "Ngày");
            assertThat(rows.next()).isEqualTo(new TableRow(2, List.of("912345678", "An", "2026-11-30")));
            assertThat(rows.next()).isEqualTo(new TableRow(3, List.of("84912345678", "", "")));
            assertThat(rows.next()).isEqualTo(new TableRow(5, List.of("0912345678", "true", "")));
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void hiddenSheetsAreNotRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet hidden = workbook.newWorksheet("Danh mục");
            hidden.value(0, 0, "ẩn");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            workbook.newWorksheet("Danh sách").value(0, 0, "hiện");
        }

        assertThat(rows(TableFile.recognise(file(out.toByteArray()), null))).containsExactly(List.of("hiện"));
    }

    @Test
    void workbookThatBreaksOffNamesTheRow() throws IOException {
        byte[] sheet = brokenOff(workbook(rows -> {
            for (int row = 0; row < 50; row++) {
                rows.value(row, 0, "dòng " + row);
            }
        }));
        Path file = file(sheet);

        var problem = catchThrowableOfType(InvalidInput.class, () -> rows(TableFile.recognise(file, null)));

        assertThat(problem).hasMessageContaining("XLSX hỏng sau dòng").hasMessageContaining("corrupt after row");
    }

    @Test
    void filesThatAreNoTablesAreRefusedWithTheRemedy() throws IOException {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        byte[] encrypted = Arrays.copyOf(ole, 200);
        byte[] word = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(word, 0, encrypted, 100, word.length);

        assertRefused(file(new byte[0]), null, "file", "Tệp rỗng");
        assertRefused(file(ole), null, "file", "(.xls)");
        assertRefused(file(encrypted), null, "file", "có mật khẩu");
        assertRefused(file(new byte[] {'P', 'K', 3, 4, 20, 0}), null, "file", "XLSX hỏng");
        assertRefused(file(zip("word/document.xml", "<w/>")), null, "file", "không phải sổ làm việc XLSX");
        assertRefused(file("a,b\n1,\0\n".getBytes(StandardCharsets.UTF_8)), null, "file", "nhị phân");
        assertRefused(file(new byte[] {'a', (byte) 0xFF, (byte) 0x8A, 'b'}), null, "file", "bảng mã");
        assertRefused(file("a,b\n1,\"2\n".getBytes(StandardCharsets.UTF_8)), null, "file", "ngoặc kép");
        assertThat(catchThrowableOfType(InvalidInput.class, () -> TextEncoding.named("tcvn3"))
                        .problems()
                        .getFirst()
                        .field())
                .isEqualTo("encoding");
    }

    @Test
    void workbookThatUnpacksToGigabytesIsRefusedUnread() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] blanks = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 161; megabyte++) {
                zip.write(blanks);
            }
        }

        assertRefused(file(out.toByteArray()), null, "file", "quá lớn khi giải nén");
    }

    private void assertRead(byte[] content, TextEncoding expected) throws IOException {
        TableFile file = TableFile.recognise(file(content), null);

        assertThat(file.encoding()).isEqualTo(expected);
        assertThat(rows(file)).isEqualTo(ROWS);
    }

    private static void assertRefused(Path file, TextEncoding chosen, String field, String reason) {
        var problem = catchThrowableOfType(InvalidInput.class, () -> rows(TableFile.recognise(file, chosen)));
        assertThat(problem).as(reason).isNotNull();
        assertThat(problem.problems().getFirst().field()).isEqualTo(field);
        assertThat(problem.getMessage()).contains(reason).contains("(");
    }

    private static List<List<String>> rows(TableFile file) {
        List<List<String>> all = new ArrayList<>();
        try (TableRows rows = file.open()) {
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row.cells());
            }
        }
        return all;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", null), content);
    }

    // The JDK's encoder knows no precomposed letters with tones: base letter and tone mark, as Windows wrote them.
    private static byte[] windows1258(String text) {
        StringBuilder split = new StringBuilder();
        for (char letter : text.toCharArray()) {
            String decomposed = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            String tone = decomposed.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            String base = Normalizer.normalize(
                    decomposed.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC);
            split.append(base).append(tone);
        }
        return split.toString().getBytes(Charset.forName("windows-1258"));
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("Danh sách"));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** The same workbook whose sheet ends in the middle of a row, as after an interrupted copy. */
    private byte[] brokenOff(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile whole = new ZipFile(file(workbook).toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : whole.stream().toList()) {
                byte[] content = whole.getInputStream(entry).readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                boolean sheet = entry.getName().contains("worksheets/");
                zip.write(content, 0, sheet ? content.length / 2 : content.length);
            }
        }
        return out.toByteArray();
    }
}
