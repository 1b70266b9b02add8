package vn.canhbao.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.canhbao.report.SampleReport;
import vn.canhbao.report.table.ReportTable.Column;

class RowsFileTest {

    private static final List<Column> COLUMNS =
            List.of(new Column("Tên", 20), new Column("Số", 10), new Column("Tiền", 10), new Column("Lúc", 20));
    private static final Instant TIME = Instant.parse("2026-11-30T17:00:01Z");

    @Test
    void spreadsheetCellsHaveTheirTypes() throws IOException {
        XSSFWorkbook book = xlsx(10, List.of("Đặng Văn Ỷ", 1_234_567L, new BigDecimal("350.5"), TIME));
        XSSFSheet sheet = book.getSheetAt(0);
        assertThat(cell(sheet, 1, 0).getStringCellValue()).isEqualTo("Đặng Văn Ỷ");
        assertThat(cell(sheet, 1, 1).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell(sheet, 1, 1).getNumericCellValue()).isEqualTo(1_234_567);
        assertThat(cell(sheet, 1, 2).getNumericCellValue()).isEqualTo(350.5);
        assertThat(cell(sheet, 1, 3).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2026-12-01T00:00:01"));
    }

    @Test
    void spreadsheetHeaderStaysInSightAndFilters() throws IOException {
        XSSFSheet sheet = xlsx(10, List.of("a", 1L), List.of("b", 2L)).getSheetAt(0);
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:D3");
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        List<Object> row = List.of("=HYPERLINK(\"http://x\")", "+84", "-1", "@SUM(A1)");
        XSSFSheet sheet = xlsx(10, row).getSheetAt(0);
        for (int i = 0; i < 4; i++) {
            assertThat(cell(sheet, 1, i).getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell(sheet, 1, i).getStringCellValue()).isEqualTo(row.get(i));
        }
        assertThat(csv(false, row)).endsWith("\"'=HYPERLINK(\"\"http://x\"\")\",'+84,'-1,'@SUM(A1)\r\n");
    }

    @Test
    void fullSheetGoesOnInAnother() throws IOException {
        XSSFWorkbook book = xlsx(2, List.of("a"), List.of("b"), List.of("c"));
        assertThat(book.getNumberOfSheets()).isEqualTo(2);
        assertThat(book.getSheetName(1)).isEqualTo("Bảng 2");
        assertThat(cell(book.getSheetAt(1), 0, 0).getStringCellValue()).isEqualTo("Tên");
        assertThat(cell(book.getSheetAt(1), 1, 0).getStringCellValue()).isEqualTo("c");
    }

    @Test
    void csvIsUtf8WithBomAndLocalTimes() throws IOException {
        assertThat(csv(
                        true,
                        Arrays.asList("Ỷ, ỹ", 1_234_567L, new BigDecimal("350.5"), TIME),
                        Arrays.asList("b", null, null, null)))
                .isEqualTo("\uFEFFBảng\r\nTên,Số,Tiền,Lúc\r\n\"Ỷ, ỹ\",1234567,350.5,01/12/2026 00:00:01\r\nb,,,\r\n");
    }

    @Test
    void everyTableOfAReportIsAWorksheetAndTotalsAreNumbers() throws IOException {
        var out = new ByteArrayOutputStream();
        try (RowsFile file = new XlsxFile(out)) {
            file.tables(ReportTables.all(SampleReport.FACTS));
        }
        // For eyes: target/bao-cao.xlsx.
        Files.write(Path.of("target/bao-cao.xlsx"), out.toByteArray());
        XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
        assertThat(book.getNumberOfSheets()).isEqualTo(8);
        XSSFSheet operators = book.getSheet("Nhà mạng");
        XSSFCell planned = cell(operators, operators.getLastRowNum(), 1);
        assertThat(planned.getNumericCellValue())
                .isEqualTo(SampleReport.FACTS.total().planned());
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column);
    }

    private static XSSFWorkbook xlsx(int mostRows, List<?>... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        write(new XlsxFile(out, mostRows), rows);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static String csv(boolean named, List<?>... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        write(new CsvFile(out, named), rows);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(RowsFile file, List<?>... rows) throws IOException {
        try (file) {
            file.table("Bảng", COLUMNS);
            for (List<?> row : rows) {
                file.row(row);
            }
        }
    }
}
