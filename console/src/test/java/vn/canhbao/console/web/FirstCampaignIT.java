package vn.canhbao.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import vn.canhbao.console.Chromium;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/**
 * The first day of an installation, in a real browser and on an empty database: from the administrator's first login to a
 * campaign that every recipient's operator has confirmed, without the API.
 */
@NeedsTool(Tool.CHROMIUM)
// An application of its own: what other tests leave behind would make it another day than the first.
@TestPropertySource(properties = "canhbao.data-dir=target/first-day")
class FirstCampaignIT extends RunningConsole {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void anAdministratorGoesFromTheFirstLoginToADeliveredCampaign() {
        try (Chromium chromium = new Chromium(port)) {
            Page admin = chromium.signedIn("quantri", PASSWORD);
            assertThat(admin.locator("#home")).containsText("Bắt đầu từ đâu");
            Chromium.picture(admin, "first-day-1-home");

            Page approver = approverWithAnAccountOfTheirOwn(chromium, admin);
            listOfThreePeople(admin);
            warningSubmittedToApproval(admin);
            approved(approver);

            menu(admin, "Cảnh báo", "Chiến dịch");
            admin.getByRole(AriaRole.LINK, named("Cảnh báo giả danh công an")).click();
            // The page tells the news by itself.
            assertThat(admin.locator("#progress")).containsText("Đã tới mọi người nhận", PATIENTLY);
            Locator delivered = admin.locator("table.figures tr.total td").nth(3);
            assertThat(delivered).hasText("3");
            Chromium.picture(admin, "first-day-7-delivered");
            assertThat(chromium.violations()).isEmpty();
        }
    }

    /** Made by the administrator, with a password that is shown once and changed by its person at the first login. */
    private Page approverWithAnAccountOfTheirOwn(Chromium chromium, Page admin) {
        menu(admin, "Cài đặt", "Tài khoản");
        admin.locator("summary").getByText("Thêm tài khoản").click();
        admin.locator("input[name=username]").fill("hoa.nt");
        admin.locator("input[name=displayName]").fill("Nguyễn Thị Hoa");
        admin.locator("input[name=roles][value=APPROVER]").check();
        admin.getByRole(AriaRole.BUTTON, named("Thêm tài khoản")).click();
        String once = admin.locator("#one-time-password").innerText();

        Page approver = chromium.newPage();
        Chromium.signIn(approver, "hoa.nt", once);
        approver.locator("input[name=current]").fill(once);
        approver.locator("input[name=password]").fill("ngựa xanh ăn phở");
        approver.locator("input[name=repeated]").fill("ngựa xanh ăn phở");
        approver.getByRole(AriaRole.BUTTON, named("Đổi mật khẩu")).click();
        assertThat(approver.locator("h1")).hasText("Tổng quan");
        return approver;
    }

    private static void listOfThreePeople(Page admin) {
        admin.navigate("/");
        admin.locator("section[aria-labelledby=home-first] a").first().click();
        Chromium.picture(admin, "first-day-2-lists");
        admin.locator("input[name=name]").fill("Cán bộ xã");
        admin.getByRole(AriaRole.BUTTON, named("Tạo")).click();
        String rows = """
                So dien thoai;Ho ten;Don vi
                0961000001;Nguyễn Văn An;Xã Đông
                0911000002;Trần Thị Bình;Xã Đông
                0901000003;Lê Văn Cường;Xã Tây
                """;
        admin.locator("input[type=file]")
                .setInputFiles(new FilePayload("can-bo.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        admin.getByRole(AriaRole.BUTTON, named("Tải lên và xem trước")).click();
        Chromium.picture(admin, "first-day-3-preview");
        admin.getByRole(AriaRole.BUTTON, named("Nhập danh sách")).click();
        assertThat(admin.locator("#result")).containsText("Đã nhập xong", PATIENTLY);
    }

    private static void warningSubmittedToApproval(Page admin) {
        admin.navigate("/");
        admin.getByRole(AriaRole.BUTTON, named("Soạn chiến dịch")).click();
        admin.locator("input[name=name]").fill("Cảnh báo giả danh công an");
        admin.locator("input[name=source]").fill("Công văn 12/CAT-PA05 ngày 20/11/2026");
        admin.locator("input[name=senderId]").fill("CATINH");
        admin.locator("textarea[name=text]").fill("Cảnh báo: công an không yêu cầu chuyển tiền qua điện thoại.");
        admin.locator("select[name=recipientListIds]").selectOption(new String[] {
            admin.locator("select[name=recipientListIds] option")
                    .filter(new Locator.FilterOptions().setHasText("Cán bộ xã"))
                    .getAttribute("value")
        });
        assertThat(admin.locator("#counts")).containsText("3 người");
        Chromium.picture(admin, "first-day-4-editor");
        admin.getByRole(AriaRole.BUTTON, named("Lưu, xem lại và trình")).click();
        admin.getByRole(AriaRole.BUTTON, named("Trình duyệt")).click();
        assertThat(admin.locator("h1 .status")).hasText("Chờ duyệt");
        Chromium.picture(admin, "first-day-5-submitted");
        // Nobody approves what they wrote, not even who may do everything else.
        assertThat(admin.getByRole(AriaRole.BUTTON, named("Phê duyệt"))).hasCount(0);
    }

    private static void approved(Page approver) {
        approver.navigate("/");
        approver.locator("#home").getByText("Duyệt “Cảnh báo giả danh công an”").click();
        assertThat(approver.locator(".review")).containsText("công an không yêu cầu chuyển tiền");
        Chromium.picture(approver, "first-day-6-approval");
        approver.getByRole(AriaRole.BUTTON, named("Phê duyệt")).click();
        assertThat(approver.locator("h1 .status")).not().hasText("Chờ duyệt");
    }

    private static void menu(Page page, String group, String entry) {
        Locator bar = page.locator(".on-screens");
        bar.locator("summary")
                .getByText(group, new Locator.GetByTextOptions().setExact(true))
                .click();
        bar.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(entry).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
