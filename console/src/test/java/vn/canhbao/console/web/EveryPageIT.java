package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import vn.canhbao.console.Axe;
import vn.canhbao.console.Chromium;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/** What holds on every page of the console, in a real browser and with data on it; pictures lie in target/screenshots/pages. */
@NeedsTool(Tool.CHROMIUM)
// An application of its own, so that the first of each kind is what was stored here.
@TestPropertySource(properties = "canhbao.data-dir=target/every-page")
class EveryPageIT extends FilledConsole {

    private static final Pattern RAW_KEY = Pattern.compile("\\?\\?[\\w.]+\\?\\?");

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = new Chromium(port);
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
            Chromium.signIn(page, READER, PASSWORD);
            page.waitForURL(url -> !url.contains("/login"));
            paths().filter(path -> shown(page, path, wrong)).forEach(path -> look(page, path, look, wrong));
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
        Chromium.picture(page, "pages" + path.replaceAll("[/?&=]", ".") + "-" + look.width());
    }
}
