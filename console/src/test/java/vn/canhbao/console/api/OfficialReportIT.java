package vn.canhbao.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.report.SentPeriod;

class OfficialReportIT extends RunningConsole {

    private static final Instant MAY_2031 = Instant.parse("2031-05-10T01:00:00Z");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void totalsAreTheSameInJsonXlsxCsvDocxAndPdf() throws IOException {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_700_000L);
        long wave = sent.wave(sent.campaign("Cảnh giác"), MAY_2031);
        sent.messages(wave, null, "VIETTEL", "DELIVERED", true, 41);
        sent.messages(wave, null, "MOBIFONE", "PARTLY_DELIVERED", true, 3);
        sent.messages(wave, null, "MOBIFONE", "FAILED", true, 7);
        sent.messages(wave, null, "VIETTEL", "UNKNOWN", true, 5);
        sent.messages(wave, null, "VIETTEL", "CANCELLED", false, 2);
        JsonNode report = created("giamsat", "/api/v1/reports", "{\"period\":\"2031-05\"}");
        String path = "/api/v1/reports/" + report.path("id").asLong();

        JsonNode total = report.path("facts").path("total");
        List<Long> json = List.of(
                total.path("planned").asLong(),
                total.path("confirmed").asLong(),
                total.path("partly").asLong(),
                total.path("undelivered").asLong(),
                total.path("unclear").asLong() + total.path("waiting").asLong(),
                total.path("withheld").asLong(),
                total.path("segments").asLong());
        assertThat(json).containsExactly(58L, 41L, 3L, 7L, 5L, 2L, 112L);
        assertThat(xlsx(file(path + ".xlsx"))).isEqualTo(json);
        assertThat(csv(new String(file(path + ".csv"), StandardCharsets.UTF_8))).isEqualTo(json);
        assertThat(docx(file(path + ".docx"))).isEqualTo(json);
        assertThat(pdf(file(path + ".pdf"))).isEqualTo(json);
    }

    @Test
    void wordsAreEditedByVersionAndStandInTheDocument() throws IOException {
        long id = created("giamsat", "/api/v1/reports", "{\"period\":\"2031-Q3\"}")
                .path("id")
                .asLong();
        JsonNode edited = patched(id, "{\"version\":0,\"subject\":\"Trích yếu đã sửa\"}", 200);
        assertThat(edited.path("version").asInt()).isEqualTo(1);
        assertThat(edited.path("words").path("sections").size()).isEqualTo(4);
        patched(id, "{\"version\":0,\"subject\":\"khác\"}", 409);
        assertThat(patched(id, "{\"version\":1,\"sections\":[[\"{readers}\"],[],[],[]]}", 400)
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("sections[0]");
        try (var docx = new XWPFDocument(new ByteArrayInputStream(file("/api/v1/reports/" + id + ".docx")))) {
            assertThat(docx.getParagraphs())
                    .anyMatch(paragraph -> paragraph.getText().equals("Trích yếu đã sửa"));
        }
    }

    @Test
    void aPeriodThatIsNoneIsRefused() {
        as("soanthao")
                .post()
                .uri("/api/v1/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"period\":\"tháng 5\"}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void messagesOfACampaignComeAsFiles() throws IOException {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_701_000L);
        long campaign = sent.campaign("Cảnh giác");
        sent.messages(
                sent.wave(campaign, Instant.parse("2030-05-10T01:00:00Z")), null, "VIETTEL", "DELIVERED", true, 3);
        String path = "/api/v1/campaigns/" + campaign + "/messages";
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file("soanthao", path + ".xlsx")))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3);
        }
        assertThat(new String(file("soanthao", path + ".csv"), StandardCharsets.UTF_8).lines())
                .hasSize(4);
        as("soanthao")
                .get()
                .uri("/api/v1/campaigns/999999/messages.csv")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private JsonNode patched(long id, String body, int status) {
        return as("giamsat")
                .patch()
                .uri("/api/v1/reports/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private byte[] file(String path) {
        return file("giamsat", path);
    }

    private byte[] file(String person, String path) {
        return as(person)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private static List<Long> xlsx(byte[] file) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheet("Nhà mạng");
            XSSFRow total = sheet.getRow(sheet.getLastRowNum());
            return java.util.stream.IntStream.range(1, total.getLastCellNum())
                    .mapToObj(i -> (long) total.getCell(i).getNumericCellValue())
                    .toList();
        }
    }

    private static List<Long> csv(String text) {
        return numbers(
                text.lines()
                        .filter(line -> line.startsWith("Tổng cộng"))
                        .findFirst()
                        .orElseThrow(),
                ",");
    }

    private static List<Long> docx(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            XWPFTable operators = document.getTables().stream()
                    .filter(table -> table.getText().startsWith("Nhà mạng\t"))
                    .findFirst()
                    .orElseThrow();
            XWPFTableRow total = operators.getRow(operators.getNumberOfRows() - 1);
            return numbers(
                    String.join(
                            " ",
                            total.getTableCells().stream()
                                    .map(XWPFTableCell::getText)
                                    .toList()),
                    " ");
        }
    }

    private static List<Long> pdf(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            return numbers(
                    text.getText(document)
                            .lines()
                            .filter(line -> line.startsWith("Tổng cộng"))
                            .findFirst()
                            .orElseThrow(),
                    " ");
        }
    }

    private static List<Long> numbers(String line, String separator) {
        return Arrays.stream(line.split(separator))
                .filter(word -> word.matches("[0-9.]+"))
                .map(word -> Long.parseLong(word.replace(".", "")))
                .toList();
    }
}
