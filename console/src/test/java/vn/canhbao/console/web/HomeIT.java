package vn.canhbao.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.console.Chromium;
import vn.canhbao.console.RestScript;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/** The home page in a real browser: what it tells to whom, and that it tells the news without being loaded again. */
@NeedsTool(Tool.CHROMIUM)
class HomeIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(port);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void approverIsToldOfASubmittedCampaignWithoutReloadingAndItsAuthorIsNot() {
        Page approver = chromium.signedIn("pheduyet", PASSWORD);
        approver.evaluate("document.body.dataset.first = 'yes'");
        String name = freshName("Cảnh báo chờ duyệt <b>x</b>");
        long id = submitted(name, "{\"now\":true}");

        assertThat(approver.locator("#home a", new Page.LocatorOptions().setHasText("Duyệt “" + name + "”")))
                .hasAttribute(
                        "href",
                        "/campaigns/" + id + "/approve",
                        // The page asks every five seconds.
                        new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
        assertThat(approver.locator("body")).hasAttribute("data-first", "yes");
        assertThat(chromium.signedIn("soanthao", PASSWORD)
                        .locator("#home .findings")
                        .getByText(name))
                .hasCount(0);
        assertThat(chromium.violations()).isEmpty();
    }

    @Test
    void agendaShowsAWaveOfTheComingDaysAndARecurringOne() {
        String name = freshName("Nhắc hằng ngày");
        long id = submitted(name, "{\"cron\":\"0 0 9 ? * MON-FRI\"}");
        jdbc.sql("UPDATE campaign SET status = 'APPROVED' WHERE id = ?")
                .param(id)
                .update();

        Page page = chromium.signedIn("giamsat", PASSWORD, 390);

        assertThat(page.locator(".agenda li li", new Page.LocatorOptions().setHasText(name))
                        .first())
                .containsText("09:00");
        assertThat(page.locator(".agenda")).containsText("lặp lại");
        Chromium.picture(page, "home-phone");
    }

    @Test
    void runningWaveHasABarWithFiguresAndAFinishedOneThatFailedIsNamed() {
        RestScript script = new RestScript(port);
        long list = script.list(freshName("Người nhận"), """
                msisdn,full_name,unit
                0961000001,Nguyễn Văn An,Xã Đông
                0961000002,Trần Thị Bình,Xã Tây
                """);
        long campaign = script.send(list, "Cảnh báo: không cung cấp mã OTP cho bất kỳ ai.");
        await().atMost(Duration.ofMinutes(1)).until(() -> script.tally(campaign, "pending") == 0);
        long wave = jdbc.sql("SELECT id FROM wave WHERE campaign_id = ?")
                .param(campaign)
                .query(Long.class)
                .single();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM wave_minute WHERE wave_id = ? AND pending = 0")
                                .param(wave)
                                .query(Long.class)
                                .single()
                        > 0);
        jdbc.sql("UPDATE wave SET status = 'PAUSED' WHERE id = ?").param(wave).update();
        jdbc.sql("UPDATE wave_minute SET failed = 1, delivered = 1, submitted = 0 WHERE wave_id = ?")
                .param(wave)
                .update();
        jdbc.sql(
                        "UPDATE message SET status = CASE WHEN msisdn = '84961000001' THEN 'FAILED' ELSE 'DELIVERED' END WHERE wave_id = ?")
                .param(wave)
                .update();

        Page page = chromium.signedIn("soanthao", PASSWORD);

        assertThat(page.locator(".wave-card").first()).containsText("2 trên 2 đã gửi");
        assertThat(page.locator("#home .findings")).containsText("1 tin không tới nơi");
        Chromium.picture(page, "home");
        assertThat(chromium.violations()).isEmpty();
    }

    private long submitted(String name, String wave) {
        long list = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + freshName("Danh sách") + "\"}")
                .path("id")
                .asLong();
        jdbc.sql(
                        "INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at) VALUES ('84912345678', 'A', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient WHERE msisdn = '84912345678'")
                .param(list)
                .update();
        long id = created("soanthao", "/api/v1/campaigns", """
                        {"name":"%s","text":"Cảnh báo.","source":"Công văn 1","recipientListIds":[%d],"senderId":"CONGAN","waves":[%s]}
                        """.formatted(name, list, wave))
                .path("id")
                .asLong();
        as("soanthao")
                .post()
                .uri("/api/v1/campaigns/" + id + "/submit")
                .exchange()
                .expectStatus()
                .isOk();
        return id;
    }
}
