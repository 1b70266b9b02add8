package vn.canhbao.console.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.templates.Placeholder;
import vn.canhbao.templates.PlaceholderSource;
import vn.canhbao.templates.library.CampaignValues;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.TemplateVersion;
import vn.canhbao.templates.library.TemplatedTexts;
import vn.canhbao.templates.library.Templates;
import vn.canhbao.templates.library.VersionStatus;
import vn.canhbao.templates.lint.Finding;

/** The template that a campaign's form is for: its fields to fill, and the text as it is being written. */
@Component
class TemplateChoice {

    private static final String FIELD = "value.";
    private static final int PICKABLE = 200;

    private final Templates templates;
    private final CampaignValues values;
    private final TemplatedTexts texts;

    TemplateChoice(Templates templates, CampaignValues values, TemplatedTexts texts) {
        this.templates = templates;
        this.values = values;
        this.texts = texts;
    }

    /** The values among a form's fields: {@code value.co_quan}. */
    static Map<String, String> values(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(FIELD))
                .collect(Collectors.toMap(field -> field.getKey().substring(FIELD.length()), Map.Entry::getValue));
    }

    Template template(long id) {
        Template template = templates.get(id);
        if (template.approvedVersion() == null) {
            throw new ConflictingState("Mẫu “" + template.name()
                    + "” chưa được duyệt; trình duyệt trước (the template is not approved: submit it first)");
        }
        return template;
    }

    /** The approved ones to choose from. */
    List<Template> pickable() {
        return templates.page(null, null, VersionStatus.APPROVED, null, PICKABLE);
    }

    /** A template with what is asked of the author. */
    record Shown(Template template, TemplateVersion version, List<Asked> asked) {}

    /** A placeholder with what stands in its field, and what stands for it when the field is empty. */
    record Asked(Placeholder placeholder, String value, String preset) {}

    Shown shown(long id, Map<String, String> given) {
        Template template = templates.get(id);
        Optional<TemplateVersion> approved = templates.approved(id);
        TemplateVersion version = approved.orElseGet(() -> templates.version(id, template.latestVersion()));
        return new Shown(
                template,
                version,
                version.placeholders().stream()
                        .filter(one -> one.source() == PlaceholderSource.AUTHOR)
                        .map(one -> new Asked(one, given.getOrDefault(one.name(), ""), values.preset(one)))
                        .toList());
    }

    /** Both forms of a text as it is being written, and what the linter says of the one that is sent. */
    record Written(String accented, String unaccented, List<Finding> findings) {}

    Written written(CampaignForm form, Map<String, String> given) {
        Optional<TemplateVersion> version =
                form.templateId() == null ? Optional.empty() : templates.approved(form.templateId());
        String accented = version.map(one -> filled(one, TextForm.ACCENTED, given))
                .orElseGet(() -> form.text() == null
                        ? ""
                        : values.fill(form.text(), List.of(), Map.of()).text());
        String unaccented =
                version.map(one -> filled(one, TextForm.UNACCENTED, given)).orElse(accented);
        String sent = form.textForm() == TextForm.UNACCENTED ? unaccented : accented;
        return new Written(
                accented,
                unaccented,
                sent.isBlank() ? List.of() : texts.findings(sent, form.textForm(), form.senderId()));
    }

    private String filled(TemplateVersion version, TextForm form, Map<String, String> given) {
        return values.fill(version.text(form), version.placeholders(), given).text();
    }
}
