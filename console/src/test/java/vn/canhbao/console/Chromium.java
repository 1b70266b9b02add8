package vn.canhbao.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The machine's own Chromium, driven by Playwright; it remembers what pages were forbidden by their content policy. */
public final class Chromium implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(OPTIONS));
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final String base;

    public Chromium(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** A page with cookies of its own, 1280 wide. */
    public Page newPage() {
        return newPage(1280);
    }

    public Page newPage(int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("vi-VN")
                .setViewportSize(width, 900));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** Somebody's page, 1280 wide, once they are in. */
    public Page signedIn(String username, String password) {
        return signedIn(username, password, 1280);
    }

    public Page signedIn(String username, String password, int width) {
        Page page = newPage(width);
        signIn(page, username, password);
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    /** Fills in the form and sends it, whatever comes next. */
    public static void signIn(Page page, String username, String password) {
        page.navigate("/login");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }

    /** What the content policy forbade so far, on all pages. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Into target/screenshots, the whole page. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
