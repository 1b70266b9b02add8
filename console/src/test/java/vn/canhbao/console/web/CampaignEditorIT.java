package vn.canhbao.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.console.Chromium;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.core.campaign.CampaignForms;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/** Writing, submitting, rejecting and approving a campaign in a real browser; pictures lie in target/screenshots. */
@NeedsTool(Tool.CHROMIUM)
class CampaignEditorIT extends RunningConsole {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CampaignForms forms;

    private Chromium chromium;
    private String listName;
    private long list;

    @BeforeEach
    void aListOfThree() {
        chromium = new Chromium(port);
        listName = freshName("Cán bộ xã");
        list = created("soanthao", "/api/v1/recipient-lists", "{\"name\":\"" + listName + "\"}")
                .path("id")
                .asLong();
        person("84912000701", "Nguyễn Văn An");
        person("84912000702", "Trần Thị Bình");
        person("84332000703", "Lê Cường");
        forms.unfinished("soanthao").forEach(one -> forms.forget(one.key(), "soanthao"));
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void authorWritesFromATemplateWithWhatIsSeenBesideAndSubmits() {
        String template = approvedTemplate();
        Page page = author();
        page.navigate("/campaigns/new");
        page.locator("select[name=templateId]").selectOption(template);
        assertThat(page.locator(".sms").first()).isVisible();
        assertThat(page.locator("input[name=name]")).not().hasValue("");
        page.locator("input[name=name]").fill(freshName("Theo mẫu"));
        page.locator("input[name=source]").fill("Công văn 12/CAT-PA05 ngày 20/11/2026");
        page.locator("input[name=senderId]").fill("CATINH");
        page.locator("select[name=recipientListIds]").selectOption(Long.toString(list));
        for (Locator value : page.locator("input[name^='value.']").all()) {
            if (value.inputValue().isBlank() && "text".equals(value.getAttribute("type"))) {
                value.fill("Công an tỉnh");
            }
        }
        assertThat(page.locator("#counts")).containsText("3 người");
        assertThat(page.locator("#preview")).containsText("Tin của Nguyễn Văn An");
        assertThat(page.locator(".bubble")).isVisible();
        assertThat(page.locator("#counts")).containsText("Đợt 1");
        Chromium.picture(page, "editor-template");
        page.setViewportSize(390, 844);
        Chromium.picture(page, "editor-template-phone");
        page.setViewportSize(1280, 900);

        page.getByRole(AriaRole.BUTTON, named("Lưu, xem lại và trình")).click();
        assertThat(page.locator("h1")).containsText("Xem lại và trình");
        assertThat(page.locator(".decide")).containsText("gửi tới 3 người");
        assertThat(page.locator(".decide")).containsText("bắt đầu lúc");
        assertThat(page.locator("#estimate")).containsText("Tin sẽ gửi");
        Chromium.picture(page, "review-submit");
        page.getByRole(AriaRole.BUTTON, named("Trình duyệt")).click();

        assertThat(page.locator("h1 .status")).hasText("Chờ duyệt");
        assertThat(forms.unfinished("soanthao")).isEmpty();
        assertThat(chromium.violations()).isEmpty();
    }

    @Test
    void oneCharacterThatForcesUcs2IsNamedAndShown() {
        Page page = author();
        page.navigate("/campaigns/new");
        page.locator("textarea[name=text]").fill("Canh bao lua dao – khong chuyen tien");

        assertThat(page.locator(".ucs2 summary")).containsText("1 ký tự buộc cả tin thành UCS-2");
        assertThat(page.locator(".forcing")).containsText("U+2013 EN DASH");
        assertThat(page.locator(".marked mark")).hasText("–");
        assertThat(page.locator(".forms")).containsText("UCS-2");
        assertThat(page.locator(".suggestion")).containsText("lua dao - khong");
    }

    @Test
    void closedPageIsFoundAgainWithEverythingInIt() {
        Page page = author();
        page.navigate("/campaigns/new");
        String name = freshName("Dở dang");
        page.locator("input[name=name]").fill(name);
        page.locator("textarea[name=text]").fill("Cảnh báo giả danh công an.");
        page.locator("select[name=recipientListIds]").selectOption(Long.toString(list));
        page.locator("details.wave").nth(1).locator("summary").click();
        page.locator("select[name='waves[1].when']").selectOption("AFTER");
        page.locator("input[name='waves[1].after']").fill("1");
        page.locator("input[name='waves[1].delayHours']").fill("0.5");
        page.locator("input[name=urgent]").check();
        assertThat(page.locator("#kept")).containsText("Đã giữ bản đang soạn");
        page.locator("input[name=source]").fill("Công văn cuối cùng");
        page.close(new Page.CloseOptions().setRunBeforeUnload(false));

        await().until(() -> forms.unfinished("soanthao").stream()
                .anyMatch(one -> one.first("name").equals(name)));
        Page later = author();
        later.navigate("/campaigns/new");
        Chromium.picture(later, "editor-unfinished");
        later.getByRole(AriaRole.LINK, named(name)).click();
        assertThat(later.locator("input[name=name]")).hasValue(name);
        assertThat(later.locator("textarea[name=text]")).hasValue("Cảnh báo giả danh công an.");
        assertThat(later.locator("input[name='waves[1].delayHours']")).hasValue("0.5");
        assertThat(later.locator("input[name=urgent]")).isChecked();
        assertThat(later.locator("#counts")).containsText("3 người");
    }

    @Test
    void approverRejectsSeesWhatChangedAndApproves() {
        long campaign = submitted("Cảnh báo lừa đảo {{full_name}}.");
        Page approver = chromium.signedIn("pheduyet", PASSWORD);
        approver.navigate("/campaigns/" + campaign + "/approve");
        assertThat(approver.locator(".review")).containsText("Cảnh báo lừa đảo Nguyễn Văn An.");
        assertThat(approver.locator(".review")).containsText("Cảnh báo lừa đảo Lê Cường.");
        Chromium.picture(approver, "review-approve");
        approver.locator("textarea[name=reason]").fill("Thiếu đầu mối liên hệ");
        approver.getByRole(AriaRole.BUTTON, named("Trả lại")).click();
        assertThat(approver.locator("h1 .status")).hasText("Bị trả lại");

        Page author = author();
        author.navigate("/campaigns/" + campaign + "/edit");
        Chromium.picture(author, "editor-rejected");
        author.locator("textarea[name=text]").fill("Cảnh báo lừa đảo {{full_name}}. Gọi 113.");
        author.getByRole(AriaRole.BUTTON, named("Lưu, xem lại và trình")).click();
        assertThat(author.locator(".review ins")).hasText("{{full_name}}. Gọi 113.");
        author.getByRole(AriaRole.BUTTON, named("Trình duyệt")).click();

        approver.navigate("/campaigns/" + campaign + "/approve");
        assertThat(approver.locator(".review")).containsText("Thiếu đầu mối liên hệ");
        approver.locator("input[name=overrideCaps]").check();
        approver.getByRole(AriaRole.BUTTON, named("Phê duyệt")).click();
        assertThat(approver.locator("#override-problem")).containsText("nêu lý do");
        assertThat(approver.locator("input[name=overrideCaps]")).isChecked();
        Chromium.picture(approver, "review-override");
        approver.setViewportSize(390, 844);
        Chromium.picture(approver, "review-override-phone");
        approver.locator("input[name=overrideCaps]").uncheck();
        approver.getByRole(AriaRole.BUTTON, named("Phê duyệt")).click();
        assertThat(approver.locator("h1 .status")).not().hasText("Chờ duyệt");
        assertThat(chromium.violations()).isEmpty();
    }

    @Test
    void whatLooksLikeMarkupIsOnlyText() {
        for (String evil :
                List.of("\"><script>alert(1)</script>", "{{7*7}}", "javascript:alert(1)", "${7*7} [[${7*7}]]")) {
            Page page = author();
            page.onDialog(dialog -> {
                throw new AssertionError("a script ran: " + dialog.message());
            });
            page.navigate("/campaigns/new");
            page.locator("input[name=name]").fill(freshName(evil));
            page.locator("input[name=source]").fill(evil);
            page.locator("input[name=senderId]").fill("CATINH");
            page.locator("textarea[name=text]").fill("Canh bao " + evil.replace("{{7*7}}", "7*7"));
            page.locator("select[name=recipientListIds]").selectOption(Long.toString(list));
            assertThat(page.locator(".bubble")).containsText(evil.replace("{{7*7}}", "7*7"));
            page.getByRole(AriaRole.BUTTON, named("Lưu, xem lại và trình")).click();
            assertThat(page.locator("h1")).containsText(evil);
            assertThat(page.locator(".facts .anything")).containsText(evil);
            assertThat(page.locator(".person .bubble").first()).containsText(evil.replace("{{7*7}}", "7*7"));
            String campaign = page.url().replaceAll(".*/campaigns/(\\d+)/.*", "$1");
            done("soanthao", "/api/v1/campaigns/" + campaign + "/submit", "{}");
            done(
                    "pheduyet",
                    "/api/v1/campaigns/" + campaign + "/reject",
                    "{\"reason\":\"" + evil.replace("\"", "\\\"") + "\"}");
            page.reload();
            assertThat(page.locator(".review section.notice").first()).containsText(evil);
            page.navigate(page.url().replace("/submit", "/edit"));
            assertThat(page.locator("input[name=source]")).hasValue(evil);
            page.navigate(page.url().replace("/edit", ""));
            assertThat(page.locator("h1")).containsText(evil);
            assertThat(page.locator("a[href^='javascript']")).hasCount(0);
            page.navigate("/campaigns");
            assertThat(page.locator("table")).containsText(evil);
        }
        assertThat(chromium.violations()).isEmpty();
    }

    private long submitted(String text) {
        long campaign = created("soanthao", "/api/v1/campaigns", """
                        {"name":"%s","text":"%s","source":"Công văn 1","recipientListIds":[%d],"senderId":"CATINH","waves":[{"now":true}]}
                        """.formatted(freshName("Chờ duyệt"), text, list))
                .path("id")
                .asLong();
        done("soanthao", "/api/v1/campaigns/" + campaign + "/submit", "{}");
        return campaign;
    }

    private String approvedTemplate() {
        String code = freshName("SOAN").replace(' ', '-');
        long id = created("soanthao", "/api/v1/templates", """
                        {"code":"%s","name":"Giả danh công an","messageClass":"CANH_BAO","topic":"F14",
                         "text":"{{co_quan}}: {{full_name}} không chuyển tiền theo yêu cầu qua điện thoại.","placeholders":[
                         {"name":"co_quan","maxLength":30}]}
                        """.formatted(code))
                .path("id")
                .asLong();
        done("soanthao", "/api/v1/templates/" + id + "/submit", "{}");
        done("pheduyet", "/api/v1/templates/" + id + "/approve", "{\"version\":1}");
        return Long.toString(id);
    }

    private void done(String user, String path, String json) {
        as(user).post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void person(String msisdn, String name) {
        jdbc.sql("INSERT IGNORE INTO recipient (msisdn, full_name, created_at, updated_at)"
                        + " VALUES (?, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                .params(msisdn, name)
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient WHERE msisdn = ?")
                .params(list, msisdn)
                .update();
    }

    private Page author() {
        return chromium.signedIn("soanthao", PASSWORD);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
