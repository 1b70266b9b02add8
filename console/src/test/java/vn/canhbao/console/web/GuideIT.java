package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.canhbao.console.Chromium;
import vn.canhbao.console.RestScript;
import vn.canhbao.console.RunningConsole;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/** The guide in the console: every page, every link, and its pictures, which are taken here and packed with the console. */
@NeedsTool(Tool.CHROMIUM)
class GuideIT extends RunningConsole {

    private static final Path TEXTS = Path.of("../docs/huong-dan");
    private static final Path PICTURES = Path.of("target/classes/static/guide");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([a-z-]+\\.png)\\)");

    @Test
    void everyPageOfTheGuideIsReadInTheConsoleWithItsPictures() throws IOException {
        try (Chromium chromium = new Chromium(port)) {
            takePictures(chromium);
            Page reader = chromium.signedIn("giamsat", PASSWORD);
            reader.navigate("/help");
            List<String> pages = reader.locator("article a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();

            assertThat(pages).hasSize(5);
            for (String page : pages) {
                assertThat(reader.navigate(page).status()).as(page).isEqualTo(200);
                assertThat(
                                reader.evaluate(
                                        "[...document.images].filter(image => image.naturalWidth === 0).map(image => image.src)"))
                        .as("pictures that are missing on " + page)
                        .isEqualTo(List.of());
            }
            assertThat(taken()).containsExactlyInAnyOrderElementsOf(named());
        }
    }

    private void takePictures(Chromium chromium) {
        RestScript script = new RestScript(port);
        long list = script.list("Cán bộ xã Đông", """
                msisdn,full_name,unit
                0961000101,Nguyễn Văn An,Xã Đông
                0911000102,Trần Thị Bình,Xã Đông
                0901000103,Lê Văn Cường,Xã Tây
                1234,Phạm Thị Dung,Xã Tây
                """);
        long campaign = script.send(
                list, "Công an tỉnh cảnh báo: không cung cấp mã OTP, không chuyển tiền cho người tự xưng là công an.");
        await().atMost(Duration.ofMinutes(1)).until(() -> script.tally(campaign, "pending") == 0);
        long waiting = created("soanthao", "/api/v1/campaigns", """
                {"name":"Cảnh báo giả danh ngân hàng","text":"Công an tỉnh cảnh báo: ngân hàng không hỏi mật khẩu qua điện thoại.",
                 "source":"Công văn 12/CV-CAT ngày 20/11/2026","recipientListIds":[%d],"senderId":"CANHBAO","waves":[{"now":true}],
                 "escalation":{"after":"PT30M","reminders":1,"tellHeads":true}}
                """.formatted(list))
                .path("id")
                .asLong();
        as("soanthao")
                .post()
                .uri("/api/v1/campaigns/" + waiting + "/submit")
                .exchange()
                .expectStatus()
                .isOk();

        Page author = chromium.signedIn("soanthao", PASSWORD);
        take(author, "/recipient-lists/" + list, "nhap-danh-sach");
        take(author, "/campaigns/new", "soan-chien-dich");
        take(author, "/campaigns/" + campaign, "chien-dich");
        take(chromium.signedIn("pheduyet", PASSWORD), "/campaigns/" + waiting + "/approve", "cho-duyet");
        Page office = chromium.signedIn("giamsat", PASSWORD);
        take(office, "/campaigns/" + campaign, "so-lieu");
        take(office, "/reports", "bao-cao");
        Page administrator = chromium.signedIn("quantri", PASSWORD);
        take(administrator, "/accounts", "tai-khoan");
        take(administrator, "/links", "ket-noi");
    }

    private static void take(Page page, String path, String name) {
        page.navigate(path);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static List<String> taken() throws IOException {
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            return pictures.map(picture -> picture.getFileName().toString()).toList();
        }
    }

    private static List<String> named() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> texts = Files.list(TEXTS)) {
            for (Path text : texts.toList()) {
                PICTURE.matcher(Files.readString(text))
                        .results()
                        .map(MatchResult::group)
                        .forEach(mark -> names.add(mark.substring(mark.indexOf('(') + 1, mark.length() - 1)));
            }
        }
        return names;
    }
}
