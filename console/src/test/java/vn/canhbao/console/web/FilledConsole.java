package vn.canhbao.console.web;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.console.RestScript;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.security.AccessRule;
import vn.canhbao.console.security.AccessRules;
import vn.canhbao.console.security.AccountDesk;
import vn.canhbao.console.security.Accounts;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.confirmation.UnitCounts;

/** A console with something on every page, and the ways to all of them, for one who may see them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FilledConsole extends RunningConsole {

    /** May see every page. */
    protected static final String READER = "xemhet";

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountDesk desk;

    @Autowired
    private UnitCounts counts;

    @Autowired
    protected JdbcClient jdbc;

    // Where the first of its kind would not do, or a page must be asked something.
    private final Map<String, String> others = new HashMap<>(Map.of(
            "/accounts/{username}", "/accounts/quantri",
            "/help/{name}", "/help/nguoi-soan-thao",
            "/units/{id}/people", "/units/1/people?campaign=1",
            "/units/{id}/people.xlsx", "/units/1/people.xlsx?campaign=1",
            "/units/{id}/people.csv", "/units/1/people.csv?campaign=1",
            "/templates/{id}/diff", "/templates/1/diff?from=1&to=1",
            "/campaigns/{id}/progress", "/campaigns/1/progress?seen=FINISHED"));

    @BeforeAll
    void somethingToSee() {
        RestScript script = script();
        long list = script.list("Cán bộ xã", """
                msisdn,full_name,unit
                0961000001,Nguyễn Văn An,Xã Đông
                0961000002,Trần Thị Bình,Xã Đông
                0911000003,Lê Văn Cường,Xã Tây
                1234,Phạm Thị Dung,Xã Tây
                """);
        long campaign = script.send(list, "Cảnh báo: không cung cấp mã OTP cho bất kỳ ai.");
        await().atMost(Duration.ofMinutes(1)).until(() -> script.tally(campaign, "pending") == 0);
        jdbc.sql(
                        "INSERT INTO unit (name, kind, created_at) VALUES ('Phòng trang web', 'OFFICE', '2026-11-24 05:00:00')")
                .update();
        long unit = jdbc.sql("SELECT id FROM unit WHERE name = 'Phòng trang web'")
                .query(Long.class)
                .single();
        accounts.put("xemhet", PASSWORD, Role.ADMIN);
        desk.change("xemhet", "Xem mọi trang", Set.of(Role.values()), unit, "giamsat");
        answered(campaign, unit);
        somethingReported();
        somethingUnderWay(list, campaign);
    }

    /** The unit heads the others, one of whose people has acknowledged the campaign half an hour ago. */
    private void answered(long campaign, long unit) {
        jdbc.sql("UPDATE unit SET parent_id = ? WHERE id <> ?")
                .params(unit, unit)
                .update();
        jdbc.sql("""
                        INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text)
                        SELECT id, campaign_id, 1, msisdn, submitted_at, 'DA NHAN' FROM message
                        WHERE campaign_id = ? AND msisdn = '84961000001'
                        """).param(campaign).update();
        jdbc.sql("UPDATE wave SET started_at = DATEADD(MINUTE, -31, started_at) WHERE campaign_id = ?")
                .param(campaign)
                .update();
        jdbc.sql("UPDATE unit_count SET next_at = '2026-01-01 00:00:00'").update();
        counts.countDue();
    }

    /** A report in the archive, and an operator's broadcast with its letter and figures. */
    private void somethingReported() {
        long report = created("giamsat", "/api/v1/reports", "{\"period\":\"2026-11\"}")
                .path("id")
                .asLong();
        created("giamsat", "/api/v1/reports/" + report + "/runs", "{\"addressees\":[\"ubnd@tinh.example.gov.vn\"]}");
        long broadcast =
                created("soanthao", "/api/v1/broadcasts", """
                        {"operator":"VIETTEL","topic":"Giả danh công an","text":"Không chuyển tiền.","area":"Toàn tỉnh",
                         "startsAt":"2026-11-01T08:00:00+07:00","endsAt":"2026-11-01T17:00:00+07:00","source":"CV 12"}
                        """).path("id").asLong();
        jdbc.sql("UPDATE broadcast SET status = 'REPORTED', decided_by = 'pheduyet', sent_on = starts_at,"
                        + " reported_by = 'soanthao', reported_at = starts_at WHERE id = ?")
                .param(broadcast)
                .update();
        jdbc.sql("INSERT INTO broadcast_count VALUES (?, 0, 'Cao Lãnh', 1000, 900, 850, 30)")
                .param(broadcast)
                .update();
    }

    /** What else pages are about: a draft, one that waits for approval, a file before its import, a published warning. */
    private void somethingUnderWay(long list, long sent) {
        String draft = """
                {"name":"%s","text":"Canh bao: khong chuyen tien.","source":"CV 1","recipientListIds":[%d],"senderId":"CANHBAO",
                 "waves":[{"now":true}]}
                """;
        long written = made("/api/v1/campaigns", draft.formatted("Đang soạn", list));
        long submitted = made("/api/v1/campaigns", draft.formatted("Chờ duyệt", list));
        done("soanthao", "/api/v1/campaigns/" + submitted + "/submit");
        done("pheduyet", "/api/v1/campaigns/" + sent + "/publish");
        done("giamsat", "/api/v1/statistics/checks");
        made("/api/v1/audiences", "{\"name\":\"Mọi người\",\"everybody\":true}");
        created(
                "quantri",
                "/api/v1/data-requests",
                "{\"kind\":\"ACCESS\",\"number\":\"0961000001\",\"requester\":\"chính chủ\"}");
        others.put("/campaigns/{id}/edit", "/campaigns/" + written + "/edit");
        others.put("/campaigns/{id}/submit", "/campaigns/" + written + "/submit");
        others.put("/campaigns/{id}/approve", "/campaigns/" + submitted + "/approve");
        others.put(
                "/imports/{id}/preview", "/imports/" + script().previewed(list, "msisdn\n0961000009\n") + "/preview");
    }

    private long made(String path, String json) {
        return created("soanthao", path, json).path("id").asLong();
    }

    private void done(String user, String path) {
        as(user).post().uri(path).exchange().expectStatus().is2xxSuccessful();
    }

    private RestScript script() {
        return new RestScript(port);
    }

    /** Every page's path, those that show one thing with one that was stored; also what is no page but a part or a file. */
    protected Stream<String> paths() {
        return Stream.concat(
                        AccessRules.PAGES.stream()
                                .filter(rule -> rule.method() == HttpMethod.GET)
                                .map(AccessRule::path),
                        Stream.of("/public/warnings", "/public/warnings/{id}"))
                .map(path -> others.getOrDefault(path, path.replaceAll("\\{[^}]+}", "1")));
    }

    /** Whether it is a page at all: a file that the browser saves, or a part that htmx asks for, is none. */
    protected static boolean shown(Page page, String path, List<String> wrong) {
        try {
            Response answer = page.navigate(path);
            if (!answer.ok()) {
                wrong.add(path + ": " + answer.status());
            }
            return page.locator("main").count() > 0;
        } catch (PlaywrightException notShown) {
            if (!notShown.getMessage().contains("Download is starting")) {
                throw notShown;
            }
            return false;
        }
    }
}
