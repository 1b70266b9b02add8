package vn.canhbao.console.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.web.util.HtmlUtils;
import vn.canhbao.console.Visitor;

/** The rows of a list, as its pages show them and as its files have them. */
final class ListRows {

    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[dh][^>]*>(.*?)</t[dh]>", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\">(?:Cũ hơn|Trang sau|Tiếp|Tiếp theo)</a>");

    private ListRows() {}

    /** The chosen cells of a page's table, and of the pages that follow it; a dash is an empty cell, a figure has no points. */
    static List<List<String>> shown(Visitor visitor, String path, String from, int... columns)
            throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (String at = path; at != null; ) {
            String html = visitor.get(at).body();
            int start = html.indexOf("<tbody>", Math.max(0, html.indexOf(from)));
            if (start >= 0) {
                ROW.matcher(html.substring(start, html.indexOf("</tbody>", start)))
                        .results()
                        .map(row -> CELL.matcher(row.group(1))
                                .results()
                                .map(cell -> text(cell.group(1)))
                                .toList())
                        .forEach(row -> rows.add(only(row, columns)));
            }
            Matcher next = NEXT.matcher(html);
            at = next.find() ? HtmlUtils.htmlUnescape(next.group(1)) : null;
        }
        return rows;
    }

    private static String text(String html) {
        String text = HtmlUtils.htmlUnescape(html.replaceAll("<[^>]+>", "")).strip();
        return text.equals("–") ? "" : text.matches("\\d+ ?%") ? text.replaceAll("\\D", "") : text;
    }

    static List<List<String>> chosen(List<List<String>> rows, int... columns) {
        return rows.stream().map(row -> only(row, columns)).toList();
    }

    private static List<String> only(List<String> row, int[] columns) {
        return Arrays.stream(columns).mapToObj(row::get).toList();
    }

    /** Without its header. */
    static List<List<String>> csv(Visitor visitor, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> file = visitor.download(path);
        assertThat(file.statusCode()).as(path).isEqualTo(200);
        try (var parser = CSVFormat.EXCEL.parse(new StringReader(new String(file.body(), StandardCharsets.UTF_8)))) {
            return parser.stream().skip(1).map(line -> line.stream().toList()).toList();
        }
    }

    /** Without its header; whole numbers as they are written in CSV. */
    static List<List<String>> xlsx(Visitor visitor, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> file = visitor.download(path);
        assertThat(file.statusCode()).as(path).isEqualTo(200);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
            XSSFSheet sheet = book.getSheetAt(0);
            int width = sheet.getRow(0).getLastCellNum();
            List<List<String>> rows = new ArrayList<>();
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                rows.add(cells(sheet.getRow(i), width));
            }
            return rows;
        }
    }

    private static List<String> cells(Row row, int width) {
        var format = new DataFormatter();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            var cell = row == null ? null : row.getCell(i);
            cells.add(
                    cell != null && cell.getCellType() == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell)
                            ? Long.toString((long) cell.getNumericCellValue())
                            : Objects.toString(format.formatCellValue(cell), ""));
        }
        return cells;
    }
}
