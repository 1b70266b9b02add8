package vn.canhbao.templates.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.templates.LongestText;
import vn.canhbao.templates.TemplateText;
import vn.canhbao.templates.channel.ReportingChannels;
import vn.canhbao.templates.lint.LintSettings;
import vn.canhbao.templates.lint.TestLinter;

class ShippedLibraryTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));

    private static TestDatabase.Opened database;
    private static ReportingChannels channels;
    private static TemplateRules rules;

    @BeforeAll
    static void open() {
        database = TestDatabase.H2.open();
        channels = new ReportingChannels(database.jdbc(), new AuditTrail(database.jdbc(), CLOCK), CLOCK);
        channels.all().forEach(channel -> channels.verify(channel.code(), null, "quantri"));
        rules = new TemplateRules(new Topics(), channels, TestLinter.linter(channels, LintSettings.USUAL, CLOCK));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static List<TemplateDraft> shipped() {
        return ShippedLibrary.drafts();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void passesItsOwnLinterWithVerifiedChannels(TemplateDraft draft) {
        assertThat(rules.problems(draft)).isEmpty();
        assertThat(rules.findings(draft.text(), draft.unaccented(), draft.placeholders()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesTwoSegmentsAtMostWithoutAccents(TemplateDraft draft) {
        SmsText longest = LongestText.of(
                new TemplateText(draft.text()),
                ChannelPlaceholders.with(draft.placeholders(), channels.all()),
                Unaccented::of);

        assertThat(longest.encoding()).isEqualTo(SmsEncoding.GSM_7);
        assertThat(longest.segments()).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void namesItsOfficeAndAChannel(TemplateDraft draft) {
        assertThat(draft.text()).contains("{{co_quan}}", "{{kenh.");
    }

    @Test
    void everyTopicHasAWarning() {
        assertThat(shipped()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(shipped().stream().map(TemplateDraft::topic).collect(Collectors.toSet()))
                .isEqualTo(new Topics().all().keySet());
        assertThat(shipped().stream().map(TemplateDraft::code)).doesNotHaveDuplicates();
    }
}
