package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.console.Axe;
import vn.canhbao.console.Chromium;
import vn.canhbao.console.RestScript;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.security.AccessRule;
import vn.canhbao.console.security.AccessRules;
import vn.canhbao.console.security.AccountDesk;
import vn.canhbao.console.security.Accounts;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.confirmation.UnitCounts;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/** What holds on every page of the console, in a real browser and with data on it; pictures lie in target/screenshots/pages. */
@NeedsTool(Tool.CHROMIUM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT extends RunningConsole {

    private static final Pattern RAW_KEY = Pattern.compile("\\?\\?[\\w.]+\\?\\?");

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountDesk desk;

    @Autowired
    private UnitCounts counts;

    @Autowired
    private JdbcClient jdbc;

    private Chromium chromium;

    @BeforeAll
    void somethingToSee() {
        RestScript script = new RestScript(port);
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
        chromium = new Chromium(port);
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

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void everyPageIsUsableByEverybodyInBothLanguagesOnAScreenAndAPhone() {
        List<String> wrong = new ArrayList<>();
        for (Look look : List.of(new Look(1280, "vi"), new Look(390, "en"))) {
            Page page = chromium.newPage(look.width());
            page.navigate("/login?lang=" + look.language());
            page.locator("input[name=username]").fill("xemhet");
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
            for (AccessRule rule : AccessRules.PAGES) {
                if (rule.method() == HttpMethod.GET) {
                    String path = rule.path().replace("{username}", "quantri").replaceAll("\\{[^}]+}", "1");
                    path = path.equals("/units/1/people") ? path + "?campaign=1" : path;
                    if (shown(page, path, wrong)) {
                        look(page, path, look, wrong);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(chromium.violations()).isEmpty();
    }

    @Test
    void whatAPageIsForbiddenIsSeen() {
        try (Chromium watched = new Chromium(port)) {
            Page page = watched.newPage();
            page.navigate("/login");
            page.evaluate(
                    "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p><img src=\"/favicon.svg\">')");

            assertThat(watched.violations()).isNotEmpty();
            assertThat(Axe.violations(page)).singleElement().asString().startsWith("image-alt");
        }
    }

    private record Look(int width, String language) {}

    /** Whether it is a page at all: a file that the browser saves, or a part that htmx asks for, is none. */
    private static boolean shown(Page page, String path, List<String> wrong) {
        try {
            Response answer = page.navigate(path);
            if (answer.status() >= 500) {
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

    private static void look(Page page, String path, Look look, List<String> wrong) {
        String where = path + " at " + look.width();
        Axe.violations(page).forEach(violation -> wrong.add(where + ": " + violation));
        RAW_KEY.matcher(page.locator("body").innerText())
                .results()
                .forEach(key -> wrong.add(where + ": raw key " + key.group()));
        int beyond = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (beyond > 0) {
            wrong.add(where + ": " + beyond + " px wider than the screen");
        }
        Chromium.picture(page, "pages" + path.replace('/', '.') + "-" + look.width());
    }
}
