package vn.canhbao.console.api;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.templates.LongestText;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.TemplateText;
import vn.canhbao.templates.channel.ReportingChannels;
import vn.canhbao.templates.library.ChannelPlaceholders;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.TemplateRules;
import vn.canhbao.templates.library.TemplateVersion;
import vn.canhbao.templates.library.Templates;

/** Puts a template, its versions, their longest messages and their findings together. */
@Component
public class TemplateReader {

    private final Templates templates;
    private final TemplateRules rules;
    private final ReportingChannels channels;

    TemplateReader(Templates templates, TemplateRules rules, ReportingChannels channels) {
        this.templates = templates;
        this.rules = rules;
        this.channels = channels;
    }

    public TemplateView view(long id) {
        return view(templates.get(id));
    }

    TemplateView view(Template template) {
        return TemplateView.of(template, version(templates.version(template.id(), template.latestVersion())));
    }

    /** The newest first. */
    public List<TemplateView.Version> versions(long id) {
        templates.get(id);
        return templates.versions(id).stream().map(this::version).toList();
    }

    private TemplateView.Version version(TemplateVersion version) {
        return TemplateView.Version.of(
                version,
                longest(version.text(), version.placeholders(), UnaryOperator.identity()),
                longest(version.withoutAccents(), version.placeholders(), Unaccented::of),
                rules.findings(version.text(), version.unaccented(), version.placeholders()));
    }

    /** The longest message of a text being written. */
    public SmsText longest(String text, List<Placeholder> declared, UnaryOperator<String> form) {
        Map<String, Placeholder> all = ChannelPlaceholders.with(declared, channels.all());
        return LongestText.of(new TemplateText(text), all, form);
    }
}
