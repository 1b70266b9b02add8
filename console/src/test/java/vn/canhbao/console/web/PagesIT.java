package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.gateway.link.ReceiptIdFormat;
import vn.canhbao.gateway.receipt.IdFormatProposal;
import vn.canhbao.gateway.receipt.ReceiptIdFormats;

/** The pages as a browser gets them: session, CSRF token, redirects. */
class PagesIT extends RunningConsole {

    @Autowired
    private ReceiptIdFormats formats;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void strangerIsLedToTheLoginPage() throws Exception {
        HttpResponse<String> page = new Browser().get("/campaigns");

        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(page.body()).contains("Đăng nhập", "name=\"username\"");
    }

    @Test
    void livePartWithoutASessionLeadsTheWholePageToTheLogin() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/campaigns/1/progress?seen=RUNNING"))
                                .header("HX-Request", "true")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/login");
    }

    @Test
    void loginPageSpeaksEnglishWhenAsked() throws Exception {
        assertThat(new Browser().get("/login?lang=en").body())
                .contains("Log in")
                .doesNotContain("Đăng nhập");
    }

    @Test
    void nothingInlineIsAllowedOnAPage() throws Exception {
        HttpResponse<String> page = new Browser().get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("<style", " style=", "onclick=")
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void stylesAndScriptsComeFromHere() throws Exception {
        Browser browser = new Browser();
        String page = browser.get("/login").body();
        Matcher links =
                Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))\"").matcher(page);

        assertThat(links.results().map(link -> link.group(1)).toList())
                .hasSize(4)
                .allSatisfy(path -> assertThat(browser.get(path).statusCode()).isEqualTo(200));
    }

    @Test
    void wrongPasswordIsSaid() throws Exception {
        assertThat(new Browser().login("soanthao", "sai").body()).contains("Sai tài khoản hoặc mật khẩu");
    }

    @Test
    void formWithoutTheTokenIsRefused() throws Exception {
        Browser browser = new Browser();
        browser.login("soanthao", PASSWORD);

        assertThat(browser.post("/recipient-lists", Map.of("name", "Không có mã"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void officeSeesCampaignsOnly() throws Exception {
        Browser browser = new Browser();
        String page = browser.login("giamsat", PASSWORD).body();

        assertThat(page).contains("Chiến dịch").doesNotContain("/recipient-lists", "/links", "/campaigns/new");
        assertThat(browser.get("/recipient-lists").statusCode()).isEqualTo(403);
    }

    @Test
    void buttonsFollowRoleAndState() throws Exception {
        long id = submittedCampaign();
        Browser author = new Browser();
        author.login("soanthao", PASSWORD);
        Browser approver = new Browser();
        approver.login("pheduyet", PASSWORD);

        assertThat(author.get("/campaigns/" + id).body())
                .contains("Chờ duyệt", "/cancel\"")
                .doesNotContain("/approve\"", "/reject\"", "/submit\"", "/pause\"", "/resume\"");
        assertThat(approver.get("/campaigns/" + id).body())
                .contains("/approve\"")
                .doesNotContain("/submit\"", "/pause\"", "/resume\"");
        assertThat(approver.get("/campaigns/" + id + "/approve").body())
                .contains("/approve\"", "/reject\"", "tới 1 người");
    }

    @Test
    void anExerciseIsMarkedLoudlyAndAWaveThatWasPausedByItselfHasItsButtons() throws Exception {
        long id = submittedCampaign();
        jdbc.sql("UPDATE campaign SET exercise = TRUE, urgent = TRUE, status = 'APPROVED' WHERE id = ?")
                .param(id)
                .update();
        jdbc.sql("UPDATE wave SET spread_seconds = 1800, status = 'PAUSED', paused_alone = TRUE WHERE campaign_id = ?")
                .param(id)
                .update();
        Browser author = new Browser();
        author.login("soanthao", PASSWORD);
        Browser office = new Browser();
        office.login("giamsat", PASSWORD);

        assertThat(author.get("/campaigns/" + id).body())
                .contains("DIỄN TẬP", "Khẩn", "trải đều trong 30 phút")
                .containsPattern("/waves/\\d+/resume\"")
                .containsPattern("/waves/\\d+/cancel\"");
        assertThat(office.get("/campaigns/" + id).body())
                .contains("DIỄN TẬP")
                .doesNotContain("/resume\"", "/test-send\"");
        assertThat(author.get("/campaigns").body()).contains("DIỄN TẬP");
    }

    @Test
    void livePartComesWithoutTheLayout() throws Exception {
        long id = submittedCampaign();
        Browser browser = new Browser();
        browser.login("giamsat", PASSWORD);

        HttpResponse<String> same = browser.get("/campaigns/" + id + "/progress?seen=SUBMITTED");
        HttpResponse<String> changed = browser.get("/campaigns/" + id + "/progress?seen=DRAFT");

        assertThat(same.body()).contains("id=\"progress\"").doesNotContain("<html", "<header", "<nav");
        assertThat(same.headers().firstValue("HX-Refresh")).isEmpty();
        assertThat(changed.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void figuresAreShownByOperatorAndInTotal() throws Exception {
        long id = submittedCampaign();
        jdbc.sql("""
                INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                    status, expires_at, attempts)
                SELECT w.id, w.campaign_id, 1, '84912345678', 'VINAPHONE', 'CONGAN', 'Cảnh báo.', 2, 'DELIVERED',
                    CURRENT_TIMESTAMP, 1
                FROM wave w WHERE w.campaign_id = ?
                """).param(id).update();
        Browser browser = new Browser();
        browser.login("giamsat", PASSWORD);

        String page = browser.get("/campaigns/" + id).body();

        assertThat(page)
                .contains("VinaPhone", "Tổng cộng", "Các cột cộng khớp", "1 trên 1 tin")
                .doesNotContain("84912345678");
    }

    @Test
    void bothFormsOfATextAreShownAsItIsTyped() throws Exception {
        Browser browser = new Browser();
        browser.login("soanthao", PASSWORD);

        String forms = browser.submit("/campaigns/new", "/campaigns/preview", Map.of("text", "Cảnh báo lừa đảo"))
                .body();

        assertThat(forms)
                .contains("Cảnh báo lừa đảo", "UCS-2", "Canh bao lua dao", "GSM-7")
                .doesNotContain("<html");
    }

    @Test
    void theLinterSpeaksWhileATextIsTyped() throws Exception {
        Browser browser = new Browser();
        browser.login("soanthao", PASSWORD);

        String forms = browser.submit("/campaigns/new", "/campaigns/preview", Map.of("text", "Xem bit.ly/x"))
                .body();
        String check = browser.submit("/templates/new", "/templates/check", Map.of("text", "Xem {{ten}} bit.ly/x"))
                .body();

        assertThat(forms).contains("có đường dẫn “bit.ly/x”", "Nên xem lại").doesNotContain("<html");
        assertThat(check)
                .contains("có đường dẫn", "chưa khai báo trường {{ten}}", "1 đoạn")
                .doesNotContain("<html");
    }

    @Test
    void aTemplateIsWrittenComparedApprovedAndUsedOnPages() throws Exception {
        Browser author = new Browser();
        author.login("soanthao", PASSWORD);
        Browser approver = new Browser();
        approver.login("pheduyet", PASSWORD);
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "code",
                "TRANG-1",
                "name",
                "Mẫu của trang",
                "text",
                "{{co_quan}}: lời cũ {{han}}",
                "placeholders[0].name",
                "co_quan",
                "placeholders[0].defaultValue",
                "Công an tỉnh",
                "placeholders[1].name",
                "han",
                "placeholders[1].type",
                "DATE"));

        HttpResponse<String> wrong = author.submit("/templates/new", "/templates", Map.of("code", "A B", "name", "x"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("<strong>code</strong>", "<strong>text</strong>");
        String page =
                author.submit("/templates/new", "/templates", fields).uri().getPath();
        author.submit(page, page + "/submit", Map.of());
        assertThat(author.get(page).body()).contains("Chờ duyệt").doesNotContain("/approve\"");
        approver.submit(page, page + "/approve", Map.of("version", "1"));
        fields.put("text", "{{co_quan}}: lời mới {{han}}");
        author.submit(page + "/edit", page, fields);

        assertThat(author.get(page).body()).contains("bản 2", "Bản nháp", "Soạn chiến dịch từ mẫu");
        assertThat(author.get(page + "/diff?from=1&to=2").body()).contains("<del>cũ </del>", "<ins>mới </ins>");
        String id = page.substring(page.lastIndexOf('/') + 1);
        assertThat(author.get("/campaigns/new?templateId=" + id).body())
                .contains("name=\"value.han\"", "type=\"date\"", "Công an tỉnh")
                .doesNotContain("name=\"text\"");
        HttpResponse<String> again = author.submit(
                "/campaigns/new?templateId=" + id,
                "/campaigns",
                Map.of("templateId", id, "name", "Theo mẫu", "source", "x", "senderId", "CONGAN", "value.han", "mai"));
        assertThat(again.body()).contains("<strong>values.han</strong>", "value=\"mai\"");
        assertThat(author.get("/templates?q=mau%20cua%20trang").body())
                .contains("TRANG-1")
                .doesNotContain("F01-");
        assertThat(author.get("/templates?lang=en").body()).contains("Awaiting approval");
    }

    @Test
    void channelsAndRegistrationsAreKeptOnPages() throws Exception {
        Browser admin = new Browser();
        admin.login("quantri", PASSWORD);

        admin.submit("/channels", "/channels/ntrust/verify", Map.of());
        assertThat(admin.get("/channels").body()).contains("{{kenh.ntrust}}", "(quantri)", "Chưa kiểm tra");
        admin.submit(
                "/registrations",
                "/registrations",
                Map.of("operator", "VIETTEL", "senderId", "Trang", "status", "APPLIED", "validUntil", "2030-12-31"));
        assertThat(admin.get("/registrations").body()).contains("TRANG", "31/12/2030", "Đã nộp");
        HttpResponse<String> wrong = admin.submit(
                "/registrations", "/registrations", Map.of("operator", "VIETTEL", "senderId", "toolongtoolong"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("<strong>senderId</strong>", "nhiều nhất là 11");
    }

    @Test
    void formThatCannotBeSavedKeepsWhatWasTyped() throws Exception {
        Browser browser = new Browser();
        browser.login("soanthao", PASSWORD);

        HttpResponse<String> again = browser.submit(
                "/campaigns/new",
                "/campaigns",
                Map.of("name", "Tên đã gõ", "text", "Nội dung đã gõ", "source", "", "senderId", "CONGAN"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Tên đã gõ", "Nội dung đã gõ", "<strong>source</strong>");
    }

    @Test
    void whatSubscribersSentIsShownWithWhatWasDone() throws Exception {
        jdbc.sql("""
                INSERT INTO inbound_message (link, received_at, source_addr, dest_addr, text, segments, total, kind, action)
                VALUES ('viettel', '2026-12-01 01:00:00', '84969999999', '8188', 'Từ chối <b>', 1, 2, 'REFUSAL', 'SUPPRESSED')
                """).update();
        Browser browser = new Browser();
        browser.login("pheduyet", PASSWORD);

        assertThat(browser.get("/inbound").body())
                .contains(
                        "Tin trả lời",
                        "0969•••999",
                        "Từ chối &lt;b&gt;",
                        "Đã chặn gửi tới số này",
                        "Thiếu đoạn: có 1 trên 2",
                        "01/12/2026 08:00:00")
                .doesNotContain("84969999999");
        assertThat(browser.get("/inbound?before=1").body()).contains("Chưa có tin nào được gửi đến.");
        assertThat(browser.get("/inbound?lang=en").body()).contains("Number suppressed", "Segments missing: 1 of 2");
    }

    @Test
    void onlyAnAdministratorSeesTheButtonsOfLinks() throws Exception {
        Browser admin = new Browser();
        admin.login("quantri", PASSWORD);
        Browser approver = new Browser();
        approver.login("pheduyet", PASSWORD);

        assertThat(admin.get("/links").body())
                .contains("/links/itel/pause\"", "/links/itel/stop\"", "/links/itel/limits\"")
                .doesNotContain("/links/itel/resume\"");
        assertThat(approver.get("/links").body()).contains("itel").doesNotContain("/links/itel/");
    }

    @Test
    void aPausedLinkSaysWhoPausedItAndWhy() throws Exception {
        Browser admin = new Browser();
        admin.login("quantri", PASSWORD);

        admin.submit("/links", "/links/itel/pause", Map.of("reason", "Nhà mạng bảo trì"));

        await().untilAsserted(() -> assertThat(admin.get("/links").body())
                .contains("Nhà mạng bảo trì", "quantri", "/links/itel/resume\"")
                .doesNotContain("/links/itel/pause\""));
        assertThat(admin.get("/links?lang=en").body()).contains("Let itel take messages again?");
        admin.submit("/links", "/links/itel/resume", Map.of());
        await().untilAsserted(() -> assertThat(admin.get("/links").body()).contains("/links/itel/pause\""));
    }

    @Test
    void aProposedIdFormatIsAcceptedWithOneClick() throws Exception {
        Browser admin = new Browser();
        admin.login("quantri", PASSWORD);
        Browser approver = new Browser();
        approver.login("pheduyet", PASSWORD);

        formats.propose("gmobile", new IdFormatProposal(ReceiptIdFormat.HEX_IN_RECEIPT, 12, 12));
        await().untilAsserted(() -> assertThat(admin.get("/links?lang=en").body())
                .contains("receipt-id-format = HEX_IN_RECEIPT (12 of 12 receipts)", "Read receipts as HEX_IN_RECEIPT"));
        assertThat(approver.get("/links").body()).doesNotContain("/links/gmobile/");

        admin.submit("/links", "/links/gmobile/receipt-id-format", Map.of("value", "HEX_IN_RECEIPT"));

        assertThat(admin.get("/links").body())
                .contains("read as HEX_IN_RECEIPT, accepted by quantri; the configuration says AS_IS")
                .doesNotContain("/links/gmobile/receipt-id-format");
    }

    @Test
    void aWindowBeyondTheContractIsRefusedBesideItsForm() throws Exception {
        Browser admin = new Browser();
        admin.login("quantri", PASSWORD);

        HttpResponse<String> page = admin.submit("/links", "/links/wintel/limits", Map.of("window", "21"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<strong>window</strong>", "from 1 to 20");
    }

    @Test
    void onlyAnAdministratorEditsTheHolidayTable() throws Exception {
        Browser admin = new Browser();
        admin.login("quantri", PASSWORD);
        Browser author = new Browser();
        author.login("soanthao", PASSWORD);

        admin.submit("/holidays", "/holidays", Map.of("date", "2087-02-03", "name", "Tết <b>", "kind", "DAY_OFF"));

        assertThat(admin.get("/holidays?year=2087").body())
                .contains("03/02/2087", "Tết &lt;b&gt;", "Giỗ Tổ", "/holidays/2087-02-03/remove\"");
        assertThat(author.get("/holidays?year=2087").body())
                .contains("03/02/2087", "07:00-22:00")
                .doesNotContain("/remove\"", "name=\"kind\"");
        assertThat(admin.submit("/holidays", "/holidays", Map.of("date", "2087-02-04", "name", " ", "kind", "DAY_OFF"))
                        .body())
                .contains("<strong>name</strong>");
        admin.submit("/holidays", "/holidays/2087-02-03/remove", Map.of());
        assertThat(admin.get("/holidays?year=2087").body()).doesNotContain("03/02/2087");
    }

    @Test
    void aFormPlansSeveralWavesAndAWaveIsChangedOnItsPage() throws Exception {
        long list = listOfOne();
        Browser author = new Browser();
        author.login("soanthao", PASSWORD);
        HttpResponse<String> saved = author.submit(
                "/campaigns/new",
                "/campaigns",
                Map.ofEntries(
                        Map.entry("name", freshName("Nhiều đợt")),
                        Map.entry("text", "Cảnh báo"),
                        Map.entry("source", "CV 1"),
                        Map.entry("senderId", "CONGAN"),
                        Map.entry("recipientListIds", "" + list),
                        Map.entry("waves[0].when", "AT"),
                        Map.entry("waves[0].at", "2099-12-01T08:00"),
                        Map.entry("waves[1].when", "AFTER"),
                        Map.entry("waves[1].after", "1"),
                        Map.entry("waves[1].who", "NOT_REACHED")));

        assertThat(saved.body())
                .contains(
                        "01/12/2099 08:00",
                        "sau đợt 1, cách 0 giờ",
                        "Những người chưa nhận được",
                        "Đổi giờ gửi của đợt 2");
        String change = saved.body().replaceAll("(?s).*?action=\"(/campaigns/\\d+/waves/\\d+/change)\".*", "$1");
        assertThat(author.submit(
                                saved.uri().getPath(),
                                change,
                                Map.of("when", "AT", "at", "2099-12-02T09:30", "who", "ALL"))
                        .body())
                .contains("02/12/2099 09:30");
    }

    @Test
    void unknownPageSaysSo() throws Exception {
        Browser browser = new Browser();
        browser.login("soanthao", PASSWORD);
        HttpResponse<String> page = browser.get("/khong-co");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Không có trang này").doesNotContain("Whitelabel");
    }

    private long listOfOne() {
        long list = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Trang") + "\"}")
                .path("id")
                .asLong();
        jdbc.sql(
                        "INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at) VALUES ('84912345678', 'A', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient WHERE msisdn = '84912345678'")
                .param(list)
                .update();
        return list;
    }

    private long submittedCampaign() {
        long list = listOfOne();
        long id = created("soanthao", "/api/v1/campaigns", """
                        {"name":"%s","text":"Cảnh báo.","source":"Công văn 1","recipientListIds":[%d],"senderId":"CONGAN","waves":[{"now":true}]}
                        """.formatted(freshName("Chiến dịch"), list))
                .path("id")
                .asLong();
        RestTestClient.ResponseSpec submitted =
                as("soanthao").post().uri("/api/v1/campaigns/" + id + "/submit").exchange();
        submitted.expectStatus().isOk();
        return id;
    }

    @Test
    void uploadIsShownItsColumnsAreChosenAndItIsImported() throws Exception {
        long list = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Tệp") + "\"}")
                .path("id")
                .asLong();
        Browser browser = new Browser();
        browser.login("soanthao", PASSWORD);

        HttpResponse<String> shown = browser.upload(
                "/recipient-lists/" + list,
                "/recipient-lists/" + list + "/imports",
                "cột a,họ tên,đơn vị\n0970000009,An,Ban A\n113,Bình,Ban A\n");

        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.uri().getPath()).matches("/imports/\\d+/preview");
        assertThat(shown.body()).contains("Thiếu cột msisdn", "0970000009", "windows-1258", "cột a");
        String preview = shown.uri().getPath();
        String again = browser.get(preview + "?encoding=UTF-8&column.1=msisdn&column.2=full_name&column.3=unit")
                .body();
        assertThat(again).doesNotContain("Thiếu cột").contains("nhận được", "Số khẩn cấp");
        assertThat(browser.get(preview + "?encoding=UTF-16LE").body()).contains("không viết bằng bảng mã UTF-16LE");

        String importPage = preview.replace("/preview", "");
        HttpResponse<String> twice = browser.submit(
                preview, importPage + "/start", Map.of("column.1", "msisdn", "column.2", "msisdn", "column.3", "unit"));
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("Hai cột cùng được chọn");
        browser.submit(
                preview,
                importPage + "/start",
                Map.of("encoding", "UTF-8", "column.1", "msisdn", "column.2", "full_name", "column.3", "unit"));

        await().untilAsserted(() -> assertThat(browser.get(importPage).body()).contains("Đã nhập xong"));
        assertThat(browser.get(importPage).body()).contains("Đã đọc 2 trên 2 dòng (100 %)", importPage + "/rejects");
        assertThat(browser.get(importPage + "/rejects").body()).contains("row,field,value,reason,cột a");
        assertThat(browser.get("/recipient-lists/" + list).body()).contains("tep.csv");
    }

    private final class Browser {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            String form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return http.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        /** Opens the page, takes its token and posts. */
        HttpResponse<String> submit(String page, String path, Map<String, String> fields)
                throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get(page).body());
            assertThat(token.find()).as("a token on " + page).isTrue();
            Map<String, String> all = new java.util.HashMap<>(fields);
            all.put("_csrf", token.group(1));
            return post(path, all);
        }

        /** Opens the page, takes its token and sends a file called tep.csv. */
        HttpResponse<String> upload(String page, String path, String content) throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get(page).body());
            assertThat(token.find()).as("a token on " + page).isTrue();
            String body = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                    + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tep.csv\"\r\n\r\n" + content
                    + "\r\n--x--\r\n";
            return http.send(
                    request(path)
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> login(String user, String password) throws IOException, InterruptedException {
            return submit("/login", "/login", Map.of("username", user, "password", password));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Accept", "text/html");
        }
    }
}
