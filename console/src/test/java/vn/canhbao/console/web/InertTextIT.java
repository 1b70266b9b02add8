package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import vn.canhbao.console.Chromium;
import vn.canhbao.core.tool.NeedsTool;
import vn.canhbao.core.tool.Tool;

/**
 * What people, files and subscribers may have written anywhere is only text: the same hostile string stands in every text
 * column of the database, found by the schema, so that a column that comes later is not forgotten; then every page is
 * opened and every CSV read.
 */
@NeedsTool(Tool.CHROMIUM)
// A database of its own: nothing else can be read in it afterwards.
@TestPropertySource(properties = "canhbao.data-dir=target/inert-text")
class InertTextIT extends FilledConsole {

    /** A formula for a spreadsheet, an element with a script for a page, expressions for a template engine. */
    private static final String HOSTILE = "=1+1\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}${7*7}";

    // At the beginning of a cell.
    private static final Pattern FORMULA = Pattern.compile("(?m)(^|[,;])\"?=1\\+1");

    private static final int FREE_TEXT = 100;

    // Words of the program: read back by it, never typed by people.
    private static final Set<String> CODES = Set.of(
            "user_account.password_hash",
            "user_account.roles",
            "api_token.scopes",
            "recipient_import.stored_file",
            "recipient_import.mapping",
            "recipient_import.header",
            "recipient_import_reject.cells",
            "message.claimed_by",
            "receipt_journal.node",
            "receipt_watermark.node",
            "gateway_node.node",
            "bind_lease.node",
            "wave.cron",
            "wave_change.cron",
            "wave.narrowing",
            "wave_change.narrowing",
            "sending_limit.hours",
            "sending_limit.days_off",
            "retry.reasons",
            "template_version.placeholders",
            "audience.definition",
            "campaign_audience_part.definition",
            "campaign.author_values",
            "campaign_draft.content",
            "campaign_estimate.result",
            "campaign_estimate.figures",
            "campaign_form.fields",
            "recipient.attributes",
            "recipient_history.attributes",
            "report_schedule.addressees");

    @Test
    void nothingThatWasWrittenRunsOnAPageOrCountsInASpreadsheet() {
        List<String> hostile = written();
        assertThat(hostile).hasSizeGreaterThan(60);
        List<String> wrong = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try (Chromium chromium = new Chromium(port)) {
            Page page = chromium.signedIn(READER, PASSWORD);
            page.onDialog(dialog -> {
                wrong.add(page.url() + ": a script ran");
                dialog.dismiss();
            });
            paths().filter(path -> shown(page, path, wrong)).forEach(path -> {
                if (page.locator("[onerror], script:not([src])").count() > 0) {
                    wrong.add(path + ": became an element");
                }
                String text = page.locator("body").innerText();
                if (text.contains("<img src=x")) {
                    seen.add(path);
                }
                if (text.contains("onerror=alert(1)>{{49") || text.contains("</script>49")) {
                    wrong.add(path + ": was evaluated");
                }
            });
            paths().filter(path -> path.endsWith(".csv") || path.endsWith("/rejects"))
                    .forEach(path -> formulas(page, path, wrong));
            assertThat(chromium.violations()).isEmpty();
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).as("pages that show it as text").hasSizeGreaterThan(25);
    }

    /** Into every text column that isn't a code; the columns. */
    private List<String> written() {
        jdbc.sql("SET REFERENTIAL_INTEGRITY FALSE").update();
        List<String> columns = jdbc.sql("""
                        SELECT CONCAT(LOWER(table_name), '.', LOWER(column_name), '.', character_maximum_length)
                        FROM information_schema.columns
                        WHERE table_schema = SCHEMA() AND LOWER(data_type) IN ('character varying', 'character large object')
                            AND character_maximum_length >= ?
                        """).param(FREE_TEXT).query(String.class).list().stream()
                .filter(column -> !column.matches("(qrtz|batch|flyway)_.*"))
                .filter(column -> !CODES.contains(column.substring(0, column.lastIndexOf('.'))))
                .toList();
        for (String column : columns) {
            String[] parts = column.split("\\.");
            int most = (int) Math.min(4000, Long.parseLong(parts[2]));
            // What stood there stays behind it: names must differ.
            jdbc.sql("UPDATE %1$s SET %2$s = SUBSTRING(CONCAT(?, %2$s), 1, %3$d) WHERE %2$s IS NOT NULL"
                            .formatted(parts[0], parts[1], most))
                    .param(HOSTILE)
                    .update();
        }
        String json = "\"" + HOSTILE.replace("\"", "\\\"") + "\"";
        jdbc.sql("UPDATE recipient SET attributes = ?")
                .param("{" + json + ":" + json + "}")
                .update();
        jdbc.sql("UPDATE recipient_import_reject SET cells = ?")
                .param("[" + json + "]")
                .update();
        return columns;
    }

    private static void formulas(Page page, String path, List<String> wrong) {
        String text = page.request().get(path).text();
        if (FORMULA.matcher(text).find()) {
            wrong.add(path + ": a formula, " + text.substring(0, Math.min(300, text.length())));
        }
    }
}
