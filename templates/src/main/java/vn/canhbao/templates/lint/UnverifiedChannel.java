package vn.canhbao.templates.lint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.templates.channel.ReportingChannel;
import vn.canhbao.templates.channel.ReportingChannels;

/** A reporting channel, by its placeholder or as it stands in messages, that nobody has tried lately. */
@Component
class UnverifiedChannel implements LintRule {

    private final ReportingChannels channels;
    private final LintSettings settings;
    private final Clock clock;

    UnverifiedChannel(ReportingChannels channels, LintSettings settings, Clock clock) {
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "channel";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        LocalDate oldest =
                LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL).minusDays(settings.channelValidDays());
        return channels.all().stream()
                .filter(channel ->
                        channel.verifiedOn() == null || channel.verifiedOn().isBefore(oldest))
                .flatMap(channel -> flaw(text, channel))
                .toList();
    }

    private static Stream<Flaw> flaw(LintedText text, ReportingChannel channel) {
        Integer placeholder = text.template().names().get(channel.placeholder());
        Matcher written = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(channel.text()) + "(?![\\p{L}\\p{N}])")
                .matcher(text.words());
        if (placeholder == null && !written.find()) {
            return Stream.empty();
        }
        int from = placeholder != null ? placeholder : written.start();
        int to = placeholder != null ? from + channel.placeholder().length() + 4 : written.end();
        String since = channel.verifiedOn() == null
                ? "chưa ai kiểm tra (never verified)"
                : "kiểm tra lần cuối " + channel.verifiedOn() + " (last verified then)";
        return Stream.of(
                new Flaw(
                        from,
                        to,
                        "kênh “" + channel.text() + "” " + since,
                        "gọi hoặc nhắn thử rồi ghi ngày kiểm tra ở trang Kênh tiếp nhận (try it and record the day under Channels)"));
    }
}
