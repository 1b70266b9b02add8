package vn.canhbao.templates.library;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.templates.Placeholder;

/**
 * One version of a template.
 *
 * @param unaccented its own wording without accents, or {@code null}: the text folded
 * @param reason why it was rejected
 */
public record TemplateVersion(
        long templateId,
        int version,
        String text,
        String unaccented,
        List<Placeholder> placeholders,
        VersionStatus status,
        String createdBy,
        Instant createdAt,
        String submittedBy,
        Instant submittedAt,
        String decidedBy,
        Instant decidedAt,
        String reason) {

    /** The wording that a campaign in this form copies. */
    public String text(TextForm form) {
        return form == TextForm.UNACCENTED && unaccented != null ? unaccented : text;
    }

    /** The wording without accents. */
    public String withoutAccents() {
        return unaccented == null ? Unaccented.of(text) : unaccented;
    }

    public Map<String, Placeholder> declared() {
        return placeholders.stream().collect(Collectors.toMap(Placeholder::name, Function.identity()));
    }
}
