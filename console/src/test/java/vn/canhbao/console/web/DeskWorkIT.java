package vn.canhbao.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.canhbao.console.Chromium;
import vn.canhbao.console.RestScript;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/** What people do at their desks every day, in a real browser, without touching the API. */
@NeedsTool(Tool.CHROMIUM)
class DeskWorkIT extends RunningConsole {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

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
    void anImportWithErrorsIsCorrectedWithTheFileOfItsRefusedRows() throws IOException {
        Page author = chromium.signedIn("soanthao", PASSWORD);
        author.navigate("/recipient-lists");
        author.locator("input[name=name]").fill(freshName("Danh sách sửa"));
        author.locator("input[name=name]").press("Enter");
        upload(author, "So dien thoai;Ho ten;Don vi\n0962000001;Nguyễn Văn An;Xã Đông\n096200;Trần Thị Bình;Xã Đông\n");
        assertThat(author.locator("#result")).containsText("096200", PATIENTLY);
        Chromium.picture(author, "import-with-errors");

        Download refused = author.waitForDownload(() ->
                author.getByRole(AriaRole.LINK).filter(containing("bị từ chối")).click());
        String rows = Files.readString(refused.path(), StandardCharsets.UTF_8);
        assertThat(rows).contains("Trần Thị Bình").doesNotContain("Nguyễn Văn An");
        author.locator("main a").first().click();
        upload(author, rows.replace("096200", "0962000002"));

        assertThat(author.locator("#result")).containsText("Đã nhập xong", PATIENTLY);
        author.locator("main a").first().click();
        assertThat(author.locator("main")).containsText("2 người");
    }

    @Test
    void aWaveIsPausedAndResumed() {
        RestScript script = new RestScript(port);
        long list = script.list("Cán bộ tạm dừng", "msisdn,full_name,unit\n0963000001,A,Xã\n0963000002,B,Xã\n");
        long campaign = created("soanthao", "/api/v1/campaigns", """
                {"name":"%s","text":"Canh bao: khong chuyen tien.","source":"CV 1","recipientListIds":[%d],"senderId":"CANHBAO",
                 "waves":[{"now":true,"spread":"PT10H"}]}
                """.formatted(freshName("Tạm dừng"), list))
                .path("id")
                .asLong();
        as("soanthao")
                .post()
                .uri("/api/v1/campaigns/" + campaign + "/submit")
                .exchange()
                .expectStatus()
                .isOk();
        as("pheduyet")
                .post()
                .uri("/api/v1/campaigns/" + campaign + "/approve")
                .exchange()
                .expectStatus()
                .isOk();
        Page author = chromium.signedIn("soanthao", PASSWORD);
        author.navigate("/campaigns/" + campaign);
        assertThat(author.locator("h1 .status")).containsText("Đang gửi", PATIENTLY);

        press(author, "Tạm dừng");
        assertThat(author.locator("h1 .status")).containsText("Tạm dừng");
        Chromium.picture(author, "campaign-paused");
        press(author, "Gửi tiếp");
        assertThat(author.locator("h1 .status")).containsText("Đang gửi", PATIENTLY);
        press(author, "Huỷ chiến dịch");
        assertThat(author.locator("h1 .status")).containsText("Đã huỷ");
    }

    /** Opens the confirmation and confirms it. */
    private static void press(Page page, String button) {
        Locator asked = page.locator(".actions > details")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("summary")
                                .getByText(button, new Locator.GetByTextOptions().setExact(true))));
        asked.locator("summary").click();
        asked.getByRole(AriaRole.BUTTON).click();
    }

    private static void upload(Page author, String rows) {
        author.locator("input[type=file]")
                .setInputFiles(new FilePayload("danh-sach.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        author.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tải lên"))
                .click();
        author.locator("button:not([formmethod])").filter(containing("Nhập")).click();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
