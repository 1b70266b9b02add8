package vn.canhbao.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
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

/** A campaign's page in a real browser: live figures, its messages, one message's story, and sending again what failed. */
@NeedsTool(Tool.CHROMIUM)
class CampaignPageIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    private Chromium chromium;
    private long campaign;

    @BeforeEach
    void sent() {
        RestScript script = new RestScript(port);
        long list = script.list(freshName("Cán bộ xã"), """
                msisdn,full_name,unit
                0961000001,Nguyễn Văn An,Xã Đông
                0961000002,Trần Thị Bình,Xã Đông
                0911000003,Lê Văn Cường,Xã Tây
                """);
        campaign = script.send(list, "Cảnh báo: không cung cấp mã OTP cho bất kỳ ai.");
        script.awaitFinished(campaign, Duration.ofMinutes(1));
        // As if an operator had refused one number for good and one phone had been off.
        fail("84961000001", 11, null, null);
        fail("84911000003", 0, "UNDELIVERABLE", "006");
        chromium = new Chromium(port);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void failedOnesAreSentAgainAsAWaveToExactlyThemAfterTheirNumberWasConfirmed() {
        Page page = chromium.signedIn("soanthao", PASSWORD);
        page.navigate("/campaigns/" + campaign);
        page.getByRole(AriaRole.LINK, named("Gửi lại tin hỏng")).click();

        assertThat(page.locator(".reasons")).containsText("Số không đúng hoặc không còn dùng");
        assertThat(page.locator(".reasons")).containsText("Bị từ chối hẳn");
        assertThat(page.locator("input[value='FAILED~11~~']")).not().isChecked();
        assertThat(page.locator("input[value='FAILED~~UNDELIVERABLE~006']")).isChecked();
        Chromium.picture(page, "campaign-retry");
        page.getByRole(AriaRole.BUTTON, named("Đếm số người")).click();
        assertThat(page.locator("#confirm")).containsText("gửi lại tới 1 người");
        page.getByRole(AriaRole.BUTTON, named("Gửi lại tới 1 người")).click();

        assertThat(page.locator(".waves")).containsText("gửi lại 1 người, soanthao");
        await().atMost(Duration.ofMinutes(1)).until(() -> secondWave() != null);
        assertThat(secondWave()).isEqualTo("84911000003");
        Chromium.picture(page, "campaign-retried");
        assertThat(chromium.violations()).isEmpty();
    }

    @Test
    void authorCanNotOrderWhatWasRefusedForGood() {
        Page page = chromium.signedIn("soanthao", PASSWORD);
        page.navigate("/campaigns/" + campaign + "/retry?fault=FAILED~11~~");
        page.getByRole(AriaRole.BUTTON, named("Gửi lại tới 1 người")).click();

        assertThat(page.locator("main")).containsText("nhờ một người khác");

        Page approver = chromium.signedIn("pheduyet", PASSWORD);
        approver.navigate("/campaigns/" + campaign + "/retry?fault=FAILED~11~~");
        approver.getByRole(AriaRole.BUTTON, named("Gửi lại tới 1 người")).click();
        assertThat(approver.locator(".waves")).containsText("gửi lại 1 người, pheduyet");
    }

    @Test
    void messagesAreFilteredAndOneTellsItsStory() {
        Page page = chromium.signedIn("pheduyet", PASSWORD);
        page.navigate("/campaigns/" + campaign + "/messages");
        assertThat(page.locator("tbody tr")).hasCount(3);
        Chromium.picture(page, "campaign-messages");
        page.locator("select[name=fault]").selectOption("FAILED~~UNDELIVERABLE~006");
        page.getByRole(AriaRole.BUTTON, named("Lọc")).click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("0911•••003");

        page.locator("tbody a").first().click();
        assertThat(page.locator(".story")).containsText("Thuê bao tắt máy hoặc ngoài vùng phủ sóng");
        assertThat(page.locator(".story")).containsText("stat:");
        assertThat(page.locator("body")).not().containsText("84911000003");
        Chromium.picture(page, "message");
        Chromium.picture(phone(page), "message-phone");
        assertThat(chromium.violations()).isEmpty();
    }

    @Test
    void figuresComeWithoutReloadingAndAChartIsDrawnFromTheTableBesideIt() {
        jdbc.sql("UPDATE campaign SET status = 'RUNNING' WHERE id = ?")
                .param(campaign)
                .update();
        jdbc.sql("UPDATE wave SET status = 'PAUSED', finished_at = NULL WHERE campaign_id = ?")
                .param(campaign)
                .update();
        jdbc.sql("""
                        INSERT INTO wave_minute (wave_id, at_minute, counted_at, planned, pending, submitted, delivered, failed,
                            unclear, left_out, segments)
                        SELECT id, '2026-11-20 01:00:00', '2026-11-20 01:00:30', 3, 2, 1, 0, 0, 0, 0, 3 FROM wave WHERE campaign_id = ?
                        """).param(campaign).update();
        Page page = chromium.signedIn("soanthao", PASSWORD);
        page.navigate("/campaigns/" + campaign);
        page.evaluate("document.body.dataset.first = 'yes'");
        assertThat(page.locator("#minutes canvas")).isVisible();
        assertThat(page.locator("#minutes tbody tr").first()).containsText("20/11 08:00");
        await().until(() ->
                (boolean) page.evaluate("Chart.getChart(document.querySelector('#minutes canvas')) != null"));

        jdbc.sql("UPDATE message SET status = 'DELIVERED' WHERE campaign_id = ?")
                .param(campaign)
                .update();

        assertThat(page.locator("#progress tr.total td").nth(3)).hasText("3");
        assertThat(page.locator("body")).hasAttribute("data-first", "yes");
        Chromium.picture(page, "campaign-live");
        assertThat(chromium.violations()).isEmpty();
    }

    private String secondWave() {
        return jdbc.sql(
                        "SELECT m.msisdn FROM message m JOIN wave w ON w.id = m.wave_id WHERE w.campaign_id = ? AND w.position = 2")
                .param(campaign)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void fail(String msisdn, int commandStatus, String state, String error) {
        jdbc.sql("UPDATE message SET status = 'FAILED' WHERE campaign_id = ? AND msisdn = ?")
                .params(campaign, msisdn)
                .update();
        jdbc.sql("""
                        UPDATE message_segment SET command_status = ?, receipt_state = ?, receipt_error = ? WHERE message_id IN
                            (SELECT id FROM message WHERE campaign_id = ? AND msisdn = ?)
                        """).params(commandStatus, state, error, campaign, msisdn).update();
        if (state != null) {
            byte[] text = "id:1 sub:001 dlvrd:000 stat:UNDELIV err:%s text:"
                    .formatted(error)
                    .getBytes(StandardCharsets.US_ASCII);
            jdbc.sql("""
                            UPDATE receipt_journal SET state = ?, error = ?, short_message = ? WHERE id_key IN (SELECT id_key
                                FROM message_segment WHERE message_id IN (SELECT id FROM message WHERE campaign_id = ? AND msisdn = ?))
                            """).params(state, error, text, campaign, msisdn).update();
        }
    }

    private static Page phone(Page page) {
        page.setViewportSize(390, 844);
        page.reload();
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
