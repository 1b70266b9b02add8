package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.TemplateVersion;
import vn.canhbao.templates.library.VersionStatus;
import vn.canhbao.templates.lint.Finding;

/**
 * A template with its latest version.
 *
 * @param status of the latest version
 * @param approvedVersion the one that campaigns copy, or {@code null}
 * @param shipped it came with the program
 */
public record TemplateView(
        long id,
        String code,
        String name,
        MessageClass messageClass,
        String topic,
        VersionStatus status,
        Integer approvedVersion,
        boolean shipped,
        String createdBy,
        OffsetDateTime createdAt,
        Version latest) {

    static TemplateView of(Template template, Version latest) {
        return new TemplateView(
                template.id(),
                template.code(),
                template.name(),
                template.messageClass(),
                template.topic(),
                template.latestStatus(),
                template.approvedVersion(),
                template.isShipped(),
                template.createdBy(),
                LocalTimes.of(template.createdAt()),
                latest);
    }

    /**
     * A version with what it costs at its longest and what the linter says.
     *
     * @param unaccented the wording without accents, folded from the text where it has none of its own
     */
    public record Version(
            int version,
            VersionStatus status,
            String text,
            String unaccented,
            List<Placeholder> placeholders,
            Longest longestAccented,
            Longest longestUnaccented,
            List<Finding> findings,
            String createdBy,
            OffsetDateTime createdAt,
            String submittedBy,
            OffsetDateTime submittedAt,
            String decidedBy,
            OffsetDateTime decidedAt,
            String reason) {

        static Version of(TemplateVersion version, SmsText accented, SmsText unaccented, List<Finding> findings) {
            return new Version(
                    version.version(),
                    version.status(),
                    version.text(),
                    version.withoutAccents(),
                    version.placeholders(),
                    Longest.of(accented),
                    Longest.of(unaccented),
                    findings,
                    version.createdBy(),
                    LocalTimes.of(version.createdAt()),
                    version.submittedBy(),
                    LocalTimes.of(version.submittedAt()),
                    version.decidedBy(),
                    LocalTimes.of(version.decidedAt()),
                    version.reason());
        }
    }

    /** The longest message that a text can become. */
    public record Longest(int units, int segments) {

        static Longest of(SmsText text) {
            return new Longest(text.units(), text.segments().size());
        }
    }

    /** A template in a list. */
    public record Line(
            long id,
            String code,
            String name,
            MessageClass messageClass,
            String topic,
            VersionStatus status,
            int latestVersion,
            Integer approvedVersion,
            boolean shipped) {

        static Line of(Template template) {
            return new Line(
                    template.id(),
                    template.code(),
                    template.name(),
                    template.messageClass(),
                    template.topic(),
                    template.latestStatus(),
                    template.latestVersion(),
                    template.approvedVersion(),
                    template.isShipped());
        }
    }
}
