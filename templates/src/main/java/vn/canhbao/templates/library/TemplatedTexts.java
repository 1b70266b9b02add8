package vn.canhbao.templates.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.CampaignTexts;
import vn.canhbao.core.campaign.DraftText;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.templates.lint.Finding;
import vn.canhbao.templates.lint.LintedText;
import vn.canhbao.templates.lint.Linter;
import vn.canhbao.templates.registration.RegistrationCheck;

/** The texts of campaigns: the latest approved version of a template, or what the author wrote, with every value in it. */
@Component
public class TemplatedTexts implements CampaignTexts {

    // The core refuses these by itself.
    private static final String CORE_RULE = "secret-stamp";

    private final Templates templates;
    private final CampaignValues values;
    private final Linter linter;
    private final RegistrationCheck registrations;

    public TemplatedTexts(Templates templates, CampaignValues values, Linter linter, RegistrationCheck registrations) {
        this.templates = templates;
        this.values = values;
        this.linter = linter;
        this.registrations = registrations;
    }

    @Override
    public DraftText of(CampaignDraft draft) {
        if (draft.text() == null) {
            return draft.templateId() == null ? new DraftText(null, null, List.of()) : ofTemplate(draft);
        }
        CampaignValues.Filled filled = values.fill(draft.text(), List.of(), draft.values());
        return made(draft, filled, null);
    }

    private DraftText ofTemplate(CampaignDraft draft) {
        Optional<Template> template = templates.find(draft.templateId());
        Optional<TemplateVersion> approved = templates.approved(draft.templateId());
        if (approved.isEmpty()) {
            return new DraftText(
                    null,
                    null,
                    List.of(new FieldProblem(
                            "templateId",
                            template.isEmpty()
                                    ? "không có mẫu số " + draft.templateId() + " (no such template)"
                                    : "mẫu “" + template.get().name()
                                            + "” chưa được duyệt hoặc đã ngừng dùng; trình duyệt hoặc chọn mẫu khác"
                                            + " (not approved, or retired: submit it or choose another)")));
        }
        TextForm form = Objects.requireNonNullElse(draft.textForm(), TextForm.ACCENTED);
        CampaignValues.Filled filled =
                values.fill(approved.get().text(form), approved.get().placeholders(), draft.values());
        List<FieldProblem> problems = new ArrayList<>(filled.problems());
        if (draft.messageClass() != null
                && draft.messageClass() != template.get().messageClass()) {
            problems.add(new FieldProblem(
                    "messageClass",
                    "mẫu thuộc loại " + template.get().messageClass()
                            + "; chọn loại đó (the template is of this class: choose it)"));
        }
        return made(
                draft,
                new CampaignValues.Filled(filled.text(), problems),
                approved.get().version());
    }

    private DraftText made(CampaignDraft draft, CampaignValues.Filled filled, Integer version) {
        Stream<FieldProblem> found = filled.problems().isEmpty()
                ? blocking(filled.text(), draft.textForm(), draft.senderId())
                : Stream.empty();
        return new DraftText(
                filled.text(),
                version,
                Stream.concat(filled.problems().stream(), found).toList());
    }

    @Override
    public List<FieldProblem> problems(Campaign campaign, Audience audience) {
        return Stream.concat(
                        blocking(campaign.text(), campaign.textForm(), campaign.senderId()),
                        registrations.problems(campaign, audience).stream())
                .toList();
    }

    /** What the linter says of a campaign's text, where everything but the recipients' values is filled in. */
    public List<Finding> findings(String text, TextForm form, String senderId) {
        return linter.findings(
                new LintedText(text, Map.of(), Objects.requireNonNullElse(form, TextForm.ACCENTED), senderId));
    }

    private Stream<FieldProblem> blocking(String text, TextForm form, String senderId) {
        return Linter.blocking(findings(text, form, senderId)).stream()
                .filter(finding -> !finding.rule().equals(CORE_RULE))
                .map(finding ->
                        new FieldProblem(finding.rule().equals("sender-id") ? "senderId" : "text", finding.line()));
    }
}
