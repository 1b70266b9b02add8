package vn.canhbao.templates.lint;

import java.time.Clock;
import java.util.List;
import vn.canhbao.templates.channel.ReportingChannels;

/** The linter with all its rules, as the application has it. */
public final class TestLinter {

    private TestLinter() {}

    public static Linter linter(ReportingChannels channels, LintSettings settings, Clock clock) {
        return new Linter(rules(channels, settings, clock), settings);
    }

    static List<LintRule> rules(ReportingChannels channels, LintSettings settings, Clock clock) {
        return List.of(
                new SecretStamp(),
                new LinkPresent(),
                new AsksForMoney(),
                new AsksForSecrets(),
                new AsksForReply(),
                new ForbiddenCharacters(settings),
                new TooManySegments(settings),
                new NoIssuingOffice(),
                new UnverifiedChannel(channels, settings, clock),
                new MisreadWithoutAccents(),
                new NeedlessUcs2(),
                new LongSenderId());
    }
}
