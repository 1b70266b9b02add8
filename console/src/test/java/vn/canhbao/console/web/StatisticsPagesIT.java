package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.Visitor;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.statistics.TallyKeeper;
import vn.canhbao.report.SentPeriod;

class StatisticsPagesIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TallyKeeper keeper;

    @Test
    void totalsAreTheSameOnThePageInRestXlsxPdfAndDocx() throws IOException, InterruptedException {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_800_000L);
        long wave = sent.wave(sent.campaign("Cảnh giác"), Instant.parse("2032-05-10T01:00:00Z"));
        sent.messages(wave, null, "VIETTEL", "DELIVERED", true, 41);
        sent.messages(wave, null, "MOBIFONE", "PARTLY_DELIVERED", true, 3);
        sent.messages(wave, null, "MOBIFONE", "FAILED", true, 7);
        sent.messages(wave, null, "VIETTEL", "UNKNOWN", true, 5);
        sent.messages(wave, null, "VIETTEL", "CANCELLED", false, 2);
        keeper.refreshAll();

        JsonNode total = json("/api/v1/statistics?period=2032-05").path("total").path("figures");
        List<Long> rest = List.of(
                total.path("planned").asLong(),
                total.path("confirmed").asLong(),
                total.path("partly").asLong(),
                total.path("undelivered").asLong(),
                total.path("unclear").asLong() + total.path("waiting").asLong(),
                total.path("withheld").asLong(),
                total.path("segments").asLong());
        assertThat(rest).containsExactly(58L, 41L, 3L, 7L, 5L, 2L, 112L);
        assertThat(page("OPERATOR")).isEqualTo(rest);
        assertThat(page("CAMPAIGN")).isEqualTo(rest);
        assertThat(xlsx(octets("/api/v1/statistics/tables.xlsx?period=2032-05")))
                .isEqualTo(rest);
        String report = "/api/v1/reports/"
                + created("giamsat", "/api/v1/reports", "{\"period\":\"2032-05\"}")
                        .path("id")
                        .asLong();
        assertThat(docx(octets(report + ".docx"))).isEqualTo(rest);
        assertThat(pdf(octets(report + ".pdf"))).isEqualTo(rest);
    }

    @Test
    void whatOperatorsReportAddsUpTheSameOnThePageInRestXlsxPdfAndDocx() throws IOException, InterruptedException {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_850_000L);
        long wave = sent.wave(sent.campaign("Cảnh giác"), Instant.parse("2032-07-10T01:00:00Z"));
        sent.messages(wave, null, "VIETTEL", "DELIVERED", true, 41);
        sent.messages(wave, null, "VIETTEL", "FAILED", true, 2);
        keeper.refreshAll();
        reported(Instant.parse("2032-07-12T01:00:00Z"));

        JsonNode both = json("/api/v1/statistics?period=2032-07").path("bothSources");
        List<Long> rest =
                List.of(both.path("sent").asLong(), both.path("delivered").asLong());
        assertThat(rest).containsExactly(943L, 891L);
        assertThat(numbers(text(read("giamsat", "/statistics?period=2032-07")), "Cộng hai nguồn"))
                .isEqualTo(rest);
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(octets("/api/v1/statistics/tables.xlsx?period=2032-07")))) {
            XSSFSheet sheet = book.getSheet("Hai nguồn");
            XSSFRow total = sheet.getRow(sheet.getLastRowNum());
            assertThat(List.of((long) total.getCell(1).getNumericCellValue(), (long)
                            total.getCell(2).getNumericCellValue()))
                    .isEqualTo(rest);
        }
        String report = "/api/v1/reports/"
                + created("giamsat", "/api/v1/reports", "{\"period\":\"2032-07\"}")
                        .path("id")
                        .asLong();
        try (var document = new XWPFDocument(new ByteArrayInputStream(octets(report + ".docx")))) {
            String tables =
                    document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
            assertThat(numbers(tables, "Cộng hai nguồn")).isEqualTo(rest);
        }
        try (var document = Loader.loadPDF(octets(report + ".pdf"))) {
            assertThat(numbers(new PDFTextStripper().getText(document), "Cộng hai nguồn"))
                    .isEqualTo(rest);
        }
    }

    @Test
    void aLongTableIsShownInPartsWithTheTotalsOfAll() throws IOException, InterruptedException {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_870_000L);
        long campaign = sent.campaign("Nhắc mỗi ngày");
        for (int i = 0; i < 105; i++) {
            long wave =
                    sent.wave(campaign, Instant.parse("2032-09-01T01:00:00Z").plusSeconds(3600L * i));
            sent.messages(wave, null, "VIETTEL", "DELIVERED", true, 1);
        }
        keeper.refreshAll();

        String first = read("giamsat", "/statistics?period=2032-09&by=WAVE");
        String rest = read("giamsat", "/statistics?period=2032-09&by=WAVE&from=100");

        assertThat(waves(first)).hasSize(100).startsWith(1).endsWith(100);
        assertThat(text(first)).contains("Dòng 1–100 trong 105 dòng");
        assertThat(first).contains("by=WAVE&amp;from=100").doesNotContain("Các dòng trước");
        assertThat(waves(rest)).containsExactly(101, 102, 103, 104, 105);
        assertThat(rest).contains("by=WAVE&amp;from=0").doesNotContain(">Tiếp theo<");
        assertThat(total(first)).startsWith(105L, 105L).isEqualTo(total(rest));
        assertThat(waves(read("giamsat", "/statistics?period=2032-09&by=WAVE&from=9000")))
                .isEmpty();
    }

    private static List<Integer> waves(String html) {
        return Pattern.compile(">Cảnh báo – đợt (\\d+)")
                .matcher(html)
                .results()
                .map(wave -> Integer.valueOf(wave.group(1)))
                .toList();
    }

    /** A broadcast of 900 messages, 850 of them delivered, as its operator counts. */
    private void reported(Instant at) {
        jdbc.sql("""
                INSERT INTO broadcast (operator_code, topic, text, area, starts_at, ends_at, source, status, created_by, created_at,
                    sent_on) VALUES ('VIETTEL', 'Giả danh', 'Không chuyển tiền.', 'Toàn tỉnh', :at, :at, 'CV 1', 'REPORTED',
                    'soanthao', :at, :at)
                """).param("at", Utc.column(at)).update();
        jdbc.sql("INSERT INTO broadcast_count SELECT MAX(id), 0, 'Cao Lãnh', 1000, 900, 850, 30 FROM broadcast")
                .update();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    /** The two that follow the words. */
    private static List<Long> numbers(String text, String words) {
        return Pattern.compile("[\\d.]+")
                .matcher(text.substring(text.indexOf(words)))
                .results()
                .limit(2)
                .map(number -> Long.valueOf(number.group().replace(".", "")))
                .toList();
    }

    @Test
    void aFlippedMessageIsNamedOnTheChecksPage() throws IOException, InterruptedException {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_810_000L);
        long wave = sent.wave(sent.campaign("Cảnh giác"), Instant.parse("2033-05-10T01:00:00Z"));
        List<Long> messages = sent.messages(wave, null, "VIETTEL", "DELIVERED", true, 4);
        keeper.refreshAll();
        jdbc.sql("UPDATE message SET status = 'FAILED' WHERE id = ?")
                .param(messages.getFirst())
                .update();

        long check =
                created("giamsat", "/api/v1/statistics/checks", "{}").path("id").asLong();
        String path = "/api/v1/statistics/checks/" + check;
        await().until(() -> !json(path).path("endedAt").isNull());

        List<String> figures = new ArrayList<>();
        json(path).path("named").forEach(one -> {
            if (one.path("wave").asLong() == wave) {
                figures.add("%s %d %d"
                        .formatted(
                                one.path("figure").asString(),
                                one.path("kept").asLong(),
                                one.path("counted").asLong()));
            }
        });
        assertThat(figures).contains("DELIVERED 4 3", "FAILED 0 1");
        assertThat(read("giamsat", "/statistics/checks/" + check))
                .contains("DELIVERED")
                .contains("/campaigns/");
    }

    @Test
    void theSupervisingOfficeSeesNoNumberOfThoseWhoWereNeverReached() throws IOException, InterruptedException {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_820_000L);
        long wave = sent.wave(sent.campaign("Cảnh giác"), Instant.parse("2034-05-10T01:00:00Z"));
        sent.messages(wave, sent.unit("Xã Không Sóng"), "VIETTEL", "EXPIRED", true, 3);
        keeper.refreshAll();

        String office = read("giamsat", "/statistics/unreached?campaigns=100");
        String author = read("soanthao", "/statistics/unreached?campaigns=100");

        assertThat(office).contains("Xã Không Sóng").doesNotContain("599820");
        assertThat(author).contains("Xã Không Sóng").contains("599820");
    }

    private String read(String user, String path) throws IOException, InterruptedException {
        HttpResponse<String> page = Visitor.loggedIn(port, user, PASSWORD).get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private JsonNode json(String path) {
        return as("giamsat")
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private byte[] octets(String path) {
        return as("giamsat")
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
    }

    /** Columns of the page's table that a report has too. */
    private List<Long> page(String by) throws IOException, InterruptedException {
        return compared(total(read("giamsat", "/statistics?period=2032-05&by=" + by)));
    }

    private static List<Long> total(String html) {
        String table = html.substring(html.indexOf("Nửa số tin phát trong"));
        Matcher total = Pattern.compile("<tr class=\"total\">(.*?)</tr>", Pattern.DOTALL)
                .matcher(table);
        assertThat(total.find()).isTrue();
        List<Long> cells = new ArrayList<>();
        Matcher cell = Pattern.compile("<td[^>]*>([\\d.]*)</td>").matcher(total.group(1));
        while (cell.find()) {
            cells.add(
                    cell.group(1).isEmpty() ? null : Long.valueOf(cell.group(1).replace(".", "")));
        }
        return cells;
    }

    /** Without what reports leave out: submitted, acknowledged, times, cost. */
    private static List<Long> compared(List<Long> cells) {
        return List.of(
                cells.get(0), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6), cells.get(10));
    }

    private static List<Long> xlsx(byte[] file) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheet("Nhà mạng");
            XSSFRow total = sheet.getRow(sheet.getLastRowNum());
            List<Long> cells = new ArrayList<>();
            for (int i = 1; i < 13; i++) {
                cells.add(
                        total.getCell(i) == null
                                ? null
                                : (long) total.getCell(i).getNumericCellValue());
            }
            return compared(cells);
        }
    }

    private static List<Long> docx(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            XWPFTable operators = document.getTables().stream()
                    .filter(table -> table.getRow(0).getCell(0).getText().equals("Nhà mạng"))
                    .findFirst()
                    .orElseThrow();
            XWPFTableRow total = operators.getRow(operators.getNumberOfRows() - 1);
            return total.getTableCells().stream()
                    .skip(1)
                    .map(XWPFTableCell::getText)
                    .map(text -> Long.valueOf(text.replace(".", "")))
                    .toList();
        }
    }

    private static List<Long> pdf(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            String total = new PDFTextStripper()
                    .getText(document)
                    .lines()
                    .filter(line -> line.startsWith("Tổng cộng"))
                    .findFirst()
                    .orElseThrow();
            return Pattern.compile("[\\d.]+")
                    .matcher(total)
                    .results()
                    .map(number -> Long.valueOf(number.group().replace(".", "")))
                    .toList();
        }
    }
}
