package vn.canhbao.templates.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.templates.channel.ReportingChannels;

/** Every rule finds its examples, and lets pass what only looks like one. */
class LinterTest {

    private static TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
    private final ReportingChannels channels =
            new ReportingChannels(database.jdbc(), new AuditTrail(database.jdbc(), clock), clock);
    private final Linter linter = TestLinter.linter(channels, LintSettings.USUAL, clock);

    @BeforeAll
    static void open() {
        database = TestDatabase.H2.open();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    record Examples(String rule, List<String> fails, List<String> passes) {}

    static List<Examples> examples() throws Exception {
        try (InputStream file = LinterTest.class.getResourceAsStream("examples.json")) {
            return List.of(JsonMapper.builder().build().readValue(file, Examples[].class));
        }
    }

    static Stream<Arguments> failing() throws Exception {
        return examples().stream().flatMap(one -> one.fails.stream().map(text -> Arguments.of(one.rule, text)));
    }

    static Stream<Arguments> passing() throws Exception {
        return examples().stream().flatMap(one -> one.passes.stream().map(text -> Arguments.of(one.rule, text)));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void whatIsWrongIsFoundWithItsPlaceAndRemedy(String rule, String text) {
        List<Finding> found = found(rule, text);

        assertThat(found).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.remedy()).contains("(");
            assertThat(finding.to()).isBetween(finding.from(), written(text).length());
            assertThat(finding.severity()).isEqualTo(rule.equals("secret-stamp") ? Severity.BLOCK : Severity.WARN);
        });
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatIsRightPasses(String rule, String text) {
        assertThat(found(rule, text)).isEmpty();
    }

    @Test
    void everyRuleHasAFailingExample() throws Exception {
        assertThat(examples().stream().filter(one -> !one.fails.isEmpty()).map(Examples::rule))
                .containsExactlyInAnyOrderElementsOf(TestLinter.rules(channels, LintSettings.USUAL, clock).stream()
                        .map(LintRule::code)
                        .toList());
    }

    @Test
    void thePlaceIsThatOfTheTextAsTyped() {
        String text = "Cảnh báo… xem bit.ly/x ngay";

        Finding link = found("link", text).getFirst();

        assertThat(text.substring(link.from(), link.to())).isEqualTo("bit.ly/x");
        assertThat(link.line()).startsWith("vị trí 15: ");
    }

    @Test
    void aVerifiedChannelPassesUntilItIsOld() {
        channels.verify("ntrust", LocalDate.of(2026, 12, 1), "quantri");

        assertThat(found("channel", "Báo {{kenh.ntrust}}")).isEmpty();
        clock.set(Instant.parse("2027-06-30T01:00:00Z"));
        assertThat(found("channel", "Báo {{kenh.ntrust}}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("2026-12-01"));
    }

    @Test
    void settingsBlockOrSilenceARule() {
        Linter strict = TestLinter.linter(
                channels, new LintSettings(Map.of("link", Severity.BLOCK, "office", Severity.OFF), 3, "%", 180), clock);

        List<Finding> findings = strict.findings(new LintedText("Xem bit.ly/x", Map.of(), TextForm.ACCENTED, "A"));

        assertThat(Linter.blocking(findings)).extracting(Finding::rule).containsExactly("link");
        assertThat(findings).extracting(Finding::rule).doesNotContain("office");
    }

    @Test
    void aStampOfSecrecyCannotBeAllowedAndNoRuleIsInvented() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestLinter.linter(
                        channels, new LintSettings(Map.of("secret-stamp", Severity.WARN), 3, "%", 180), clock));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TestLinter.linter(channels, new LintSettings(Map.of("lnk", Severity.WARN), 3, "%", 180), clock))
                .withMessageContaining("lnk");
    }

    private List<Finding> found(String rule, String text) {
        boolean sender = rule.equals("sender-id");
        return linter
                .findings(new LintedText(
                        sender ? "Cảnh báo" : written(text), Map.of(), TextForm.UNACCENTED, sender ? text : null))
                .stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    // "a×460" is 460 times a.
    private static String written(String text) {
        String[] parts = text.split("×");
        return parts.length == 2 && Arrays.asList("a").contains(parts[0])
                ? parts[0].repeat(Integer.parseInt(parts[1]))
                : text;
    }
}
