package vn.canhbao.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import vn.canhbao.console.Visitor;
import vn.canhbao.console.security.AccessRule;
import vn.canhbao.console.security.AccessRules;

/**
 * Subscribers' numbers on every page, in every file and in every answer of REST, as the role that asks may see them: whole
 * for authors and administrators, shortened for approvers, not at all for the supervising office.
 */
// A database of its own: the first of each kind is what was stored here.
@TestPropertySource(properties = "canhbao.data-dir=target/numbers-as-seen")
class NumbersAsSeenIT extends FilledConsole {

    /** Of people, of somebody suppressed, of the head of a unit; as digits of any form of them. */
    private static final List<String> NUMBERS =
            List.of("961000001", "961000002", "911000003", "987654321", "976543210");

    private static final List<String> SHORTENED = List.of("0961•••001", "0961•••002", "0911•••003", "0987•••321");

    @BeforeAll
    void moreNumbers() {
        jdbc.sql("""
                INSERT INTO suppression (msisdn, reason, note, created_by, created_at)
                VALUES ('84987654321', 'MANUAL', 'gọi từ 0987 654 321', 'soanthao', NOW())
                """).update();
        jdbc.sql("UPDATE unit SET head_name = 'Trưởng', head_msisdn = '84976543210' WHERE id = 1")
                .update();
        jdbc.sql("""
                INSERT INTO recipient_history (recipient_id, full_name, attributes, known_until, import_id)
                VALUES (1, 'Cũ', '{"máy khác":"0961 000 002"}', NOW(), 1)
                """).update();
        jdbc.sql("UPDATE recipient SET attributes = '{\"máy khác\":\"0961000001\"}' WHERE id = 1")
                .update();
    }

    @Test
    void administratorSeesThem() throws IOException, InterruptedException {
        assertThat(shown("quantri", NUMBERS)).hasSizeGreaterThan(10);
    }

    @Test
    void approverSeesNoneWhole() throws IOException, InterruptedException {
        assertThat(shown("pheduyet", NUMBERS)).isEmpty();
        assertThat(shown("pheduyet", SHORTENED)).hasSizeGreaterThan(5);
    }

    @Test
    void supervisingOfficeSeesNoneAtAll() throws IOException, InterruptedException {
        assertThat(shown("giamsat", NUMBERS)).isEmpty();
        assertThat(shown("giamsat", SHORTENED)).isEmpty();
    }

    /** Where any of them stands, of all that somebody may open. */
    private List<String> shown(String user, List<String> numbers) throws IOException, InterruptedException {
        List<String> shown = new ArrayList<>();
        Visitor visitor = Visitor.loggedIn(port, user, PASSWORD);
        for (String path : paths().toList()) {
            HttpResponse<byte[]> page = visitor.download(path);
            if (page.statusCode() == 200 && holds(page.body(), numbers)) {
                shown.add(path);
            }
        }
        for (String path : rest().toList()) {
            byte[] body = as(user).get()
                    .uri(path)
                    .exchange()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getResponseBody();
            if (body != null && holds(body, numbers)) {
                shown.add(path);
            }
        }
        return shown;
    }

    private static Stream<String> rest() {
        return AccessRules.API.stream()
                .filter(rule -> rule.method() == HttpMethod.GET)
                .map(AccessRule::path)
                .map(path -> path.replace("{username}", "quantri").replaceAll("\\{[^}]+}", "1"));
    }

    private static boolean holds(byte[] body, List<String> numbers) throws IOException {
        String start = new String(body, 0, Math.min(4, body.length), StandardCharsets.ISO_8859_1);
        String text = switch (start) {
            case "PK\u0003\u0004" -> unzipped(body);
            case "%PDF" -> printed(body);
            default -> new String(body, StandardCharsets.UTF_8);
        };
        // A number that a person wrote with spaces is one too.
        String joined = text.replaceAll("(?<=\\d) (?=\\d)", "");
        return numbers.stream().anyMatch(number -> text.contains(number) || joined.contains(number));
    }

    /** Of a workbook, a document, a person's data. */
    private static String unzipped(byte[] zip) throws IOException {
        StringBuilder text = new StringBuilder();
        // By its directory at the end: a workbook that was streamed says the sizes only there.
        Path file = Files.write(Files.createTempFile("download", ".zip"), zip);
        try (ZipFile entries = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(entries.entries())) {
                text.append(new String(entries.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    private static String printed(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
