package vn.canhbao.console.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.canhbao.console.Chromium;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.console.security.totp.Totp;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/** Accounts and ways in as a person meets them in a real browser; pictures of the pages lie in target/screenshots. */
@NeedsTool(Tool.CHROMIUM)
class BrowserIT extends RunningConsole {

    @Autowired
    private Accounts accounts;

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
    void approverEnrolsThePhoneAndThenNeedsItsCode() {
        accounts.put("xuan", PASSWORD, Role.APPROVER);
        Page page = chromium.newPage();
        Chromium.signIn(page, "xuan", PASSWORD);
        page.navigate("/account");
        Chromium.picture(page, "account");
        page.getByRole(AriaRole.BUTTON, named("Bật xác nhận hai bước")).click();
        Totp phone = new Totp(page.locator("#secret").innerText().replace(" ", ""));
        assertThat(page.locator("svg.qr")).isVisible();
        Chromium.picture(page, "second-factor");
        enter(page, phone.code(Instant.now()));
        assertThat(page.locator(".codes li")).hasCount(10);
        Chromium.picture(page, "recovery-codes");
        page.getByRole(AriaRole.BUTTON, named("Đã cất các mã, tiếp tục")).click();
        assertThat(page.locator("main")).containsText("còn 10 mã dự phòng");
        page.locator(".on-screens summary").getByText("xuan").click();
        page.getByRole(AriaRole.BUTTON, named("Đăng xuất").setExact(true)).click();

        Chromium.signIn(page, "xuan", PASSWORD);
        assertThat(page.locator("h1")).hasText("Xác nhận hai bước");
        Chromium.picture(page, "login-code");
        enter(page, "000000");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Mã chưa đúng");
        enter(page, phone.code(Instant.now().plusSeconds(30)));
        assertThat(page.locator("h1")).hasText("Tổng quan");
    }

    @Test
    void personWhoForgotIsToldToWaitAndTheAdministratorLetsThemIn() {
        accounts.put("thu", PASSWORD, Role.AUTHOR);
        Page person = chromium.newPage(390);
        for (int i = 0; i < 5; i++) {
            Chromium.signIn(person, "thu", "sai");
            assertThat(person.getByRole(AriaRole.ALERT)).hasText("Sai tài khoản hoặc mật khẩu.");
        }
        Chromium.signIn(person, "thu", PASSWORD);
        assertThat(person.getByRole(AriaRole.ALERT)).containsText("hãy đợi 1 phút");
        Chromium.picture(person, "login-wait-phone");

        Page admin = chromium.newPage();
        Chromium.signIn(admin, "quantri", PASSWORD);
        admin.navigate("/accounts/thu");
        assertThat(admin.locator("h1")).containsText("Đang phải đợi");
        Chromium.picture(admin, "account-admin");
        admin.getByText("Cho đăng nhập lại ngay").first().click();
        admin.getByRole(AriaRole.BUTTON, named("Cho đăng nhập lại ngay")).click();
        assertThat(admin.getByRole(AriaRole.STATUS)).hasText("Đã cho đăng nhập lại.");

        Chromium.signIn(person, "thu", PASSWORD);
        assertThat(person.locator("h1")).hasText("Tổng quan");
    }

    @Test
    void administratorAddsAPersonWhoSetsAPasswordOfTheirOwn() {
        Page admin = chromium.newPage();
        Chromium.signIn(admin, "quantri", PASSWORD);
        admin.navigate("/accounts");
        admin.locator("summary", new Page.LocatorOptions().setHasText("Thêm tài khoản"))
                .click();
        admin.locator("input[name=username]").fill("yen.tt");
        admin.locator("input[name=displayName]").fill("Trần Thị Yến <script>alert(1)</script>");
        admin.locator("input[name=roles][value=AUTHOR]").check();
        admin.locator("input[name=roles][value=OFFICE]").check();
        Chromium.picture(admin, "account-create");
        admin.getByRole(AriaRole.BUTTON, named("Thêm tài khoản")).click();
        String once = admin.locator("#one-time-password").innerText();
        Chromium.picture(admin, "account-one-time-password");
        admin.reload();
        assertThat(admin.locator("#one-time-password")).hasCount(0);
        admin.navigate("/accounts");
        Chromium.picture(admin, "accounts");

        Page person = chromium.newPage();
        Chromium.signIn(person, "yen.tt", once);
        assertThat(person.locator("h1")).hasText("Đặt mật khẩu mới");
        Chromium.picture(person, "login-new-password");
        person.locator("input[name=current]").fill(once);
        person.locator("input[name=password]").fill("ngựa xanh ăn phở");
        person.locator("input[name=repeated]").fill("ngựa xanh ăn phở");
        person.getByRole(AriaRole.BUTTON, named("Đổi mật khẩu")).click();
        assertThat(person.locator("h1")).hasText("Tổng quan");
        person.navigate("/account");
        person.locator("summary", new Page.LocatorOptions().setHasText("Tạo token"))
                .click();
        person.locator("input[name=name]").fill("báo cáo hằng ngày");
        person.getByRole(AriaRole.BUTTON, named("Tạo token")).click();
        assertThat(person.locator("#new-token")).containsText("canhbao_");
        Chromium.picture(person, "account-token");
        admin.navigate("/audit?subject=account+yen.tt");
        assertThat(admin.locator("tbody")).containsText("ACCOUNT_CREATED");
        Chromium.picture(admin, "audit");
        Chromium.picture(phone(admin, "/audit?lang=en"), "audit-phone");
        assertThat(chromium.violations()).isEmpty();
    }

    private static Page phone(Page page, String path) {
        page.setViewportSize(390, 844);
        page.navigate(path);
        return page;
    }

    private static void enter(Page page, String code) {
        Locator field = page.locator("input[name=code]");
        field.fill(code);
        field.press("Enter");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
