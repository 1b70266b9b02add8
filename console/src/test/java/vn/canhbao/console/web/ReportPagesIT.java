package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.report.SentPeriod;

class ReportPagesIT extends RunningConsole {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Autowired
    private JdbcClient jdbc;

    @Test
    void reportIsBegunEditedAndTakenAwayOnPages() throws Exception {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_704_000L);
        long wave = sent.wave(sent.campaign("Cảnh giác"), Instant.parse("2032-03-10T01:00:00Z"));
        sent.messages(wave, null, "VIETTEL", "DELIVERED", true, 3);
        logIn("giamsat");
        assertThat(get("/reports").body()).contains("2026-Q4");
        assertThat(post("/reports", "/reports", Map.of("period", "hôm qua")).statusCode())
                .isEqualTo(400);
        HttpResponse<String> report = post("/reports", "/reports", Map.of("period", "2032-03"));
        String page = report.uri().getPath();
        assertThat(report.body()).contains("I. TÌNH HÌNH TRIỂN KHAI", "Kết quả theo nhà mạng", "Viettel", "{planned}");

        Map<String, String> words = new java.util.HashMap<>(Map.of(
                "version",
                "0",
                "subject",
                "Trích yếu mới",
                "addressees",
                "Ủy ban nhân dân tỉnh",
                "bases",
                "",
                "section1",
                "Đoạn một\r\nĐoạn hai",
                "section2",
                "{planned} tin",
                "section3",
                "Không.",
                "section4",
                "",
                "receivers",
                "",
                "signerTitle",
                "CHÁNH VĂN PHÒNG"));
        words.put("signerName", "Lê A");
        assertThat(post(page, page, words).body()).contains("Trích yếu mới", "Đoạn hai");
        assertThat(post(page, page, words).statusCode()).as("an old version").isEqualTo(409);
        words.putAll(Map.of("version", "1", "subject", ""));
        assertThat(post(page, page, words).body()).contains("subject:").contains("Đoạn hai");
        assertThat(get(page + ".pdf").headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(get(page + ".docx")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains("bao-cao-2032-03.docx");
    }

    @Test
    void campaignLeadsToItsFilesAndIsPublishedByAnApprover() throws Exception {
        SentPeriod sent = new SentPeriod(jdbc, 84_599_705_000L);
        long campaign = sent.campaign("Cảnh giác");
        sent.wave(campaign, Instant.parse("2032-04-10T01:00:00Z"));
        String page = "/campaigns/" + campaign;
        logIn("pheduyet");
        assertThat(get(page).body()).contains(page + "/notice", page + "/messages.xlsx");
        assertThat(get(page + "/messages.csv").body()).contains("Số thuê bao");
        assertThat(post(
                                page + "/notice",
                                page + "/notice",
                                Map.of("topic", "Giả danh", "status", "ACTUAL", "type", "UPDATE"))
                        .statusCode())
                .isEqualTo(400);
        post(page + "/notice", page + "/notice", Map.of("topic", "Giả danh", "status", "ACTUAL", "type", "ALERT"));
        assertThat(post(page + "/notice", page + "/publish", Map.of()).body()).contains("/public/warnings/" + campaign);
        assertThat(get("/public/warnings").body()).contains("Giả danh");
        assertThat(post(page + "/notice", page + "/withdraw", Map.of()).body()).contains(page + "/publish");
    }

    private void logIn(String person) throws Exception {
        post("/login", "/login", Map.of("username", person, "password", PASSWORD));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form with the token of the page that it stands on. */
    private HttpResponse<String> post(String from, String path, Map<String, String> fields) throws Exception {
        Matcher token = TOKEN.matcher(get(from).body());
        assertThat(token.find()).as("token on " + from).isTrue();
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token.group(1) + "&", ""));
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
