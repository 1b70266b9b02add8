package vn.canhbao.templates.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.PlaceholderType;
import vn.canhbao.templates.channel.ReportingChannel;

/** Reporting channels as placeholders with one value each, beside those that a template declares. */
public final class ChannelPlaceholders {

    private ChannelPlaceholders() {}

    public static Map<String, Placeholder> with(List<Placeholder> declared, List<ReportingChannel> channels) {
        Map<String, Placeholder> all = new HashMap<>();
        channels.forEach(channel -> all.put(
                channel.placeholder(),
                new Placeholder(
                        channel.placeholder(),
                        channel.name(),
                        PlaceholderType.CHOICE,
                        null,
                        null,
                        null,
                        null,
                        List.of(channel.text()),
                        channel.text())));
        declared.stream()
                .filter(placeholder -> placeholder.name() != null)
                .forEach(placeholder -> all.put(placeholder.name(), placeholder));
        return all;
    }
}
