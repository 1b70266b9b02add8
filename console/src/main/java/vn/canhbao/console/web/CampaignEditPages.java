package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.console.api.CampaignReader;
import vn.canhbao.console.api.CampaignView;
import vn.canhbao.core.campaign.AudiencePart;
import vn.canhbao.core.campaign.CampaignForms;
import vn.canhbao.core.campaign.CampaignRevisions;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;

/** The form of a draft or a rejected campaign, filled with what it is or with what its author left unsaved. */
@Controller
@RequestMapping("/campaigns/{id}/edit")
class CampaignEditPages {

    private final CampaignRevisions revisions;
    private final CampaignReader reader;
    private final Campaigns campaigns;
    private final CampaignEditor editor;
    private final CampaignForms forms;
    private final ConversionService conversion;

    CampaignEditPages(
            CampaignRevisions revisions,
            CampaignReader reader,
            Campaigns campaigns,
            CampaignEditor editor,
            CampaignForms forms,
            ConversionService mvcConversionService) {
        this.revisions = revisions;
        this.reader = reader;
        this.campaigns = campaigns;
        this.editor = editor;
        this.forms = forms;
        this.conversion = mvcConversionService;
    }

    @GetMapping
    ModelAndView form(@PathVariable long id, Principal author) {
        CampaignView campaign = open(id);
        CampaignEditor.Content content = forms.ofCampaign(id, author.getName())
                .map(left -> content(left, id))
                .orElseGet(() -> new CampaignEditor.Content(
                        CampaignEditor.newKey(),
                        CampaignForm.of(campaign),
                        audience(campaign),
                        campaigns.values(id),
                        editor.changed(id)));
        return editor.page(content, author.getName(), List.of());
    }

    private CampaignView open(long id) {
        CampaignView campaign = reader.view(id, Tallies.NONE);
        if (!CampaignRevisions.isOpen(campaign.status())) {
            throw new ConflictingState(
                    "Chiến dịch đang ở trạng thái " + campaign.status()
                            + ", chỉ sửa được bản nháp hoặc bản bị trả lại (only a draft or a rejected campaign can be changed)");
        }
        if (ownParts(campaign).size() > 1
                || (!ownParts(campaign).isEmpty()
                        && !(campaign.recipientListIds().isEmpty()
                                && campaign.unitIds().isEmpty()))) {
            throw new ConflictingState("Đối tượng của chiến dịch này được ghép qua REST, biểu mẫu không thể hiện hết:"
                    + " sửa bằng PUT /api/v1/campaigns/" + id
                    + " (its audience was composed by REST: change it there)");
        }
        return campaign;
    }

    private static List<AudiencePart> ownParts(CampaignView campaign) {
        return campaign.audiences().stream()
                .filter(part -> part.audienceId() == null)
                .toList();
    }

    private static AudienceForm audience(CampaignView campaign) {
        return ownParts(campaign).stream()
                .findFirst()
                .map(part -> AudienceForm.of(part.definition()))
                .orElseGet(() -> AudienceForm.of(campaign.recipientListIds(), campaign.unitIds()));
    }

    private CampaignEditor.Content content(CampaignForms.Written written, long id) {
        FormFields fields = new FormFields(written.fields());
        return new CampaignEditor.Content(
                written.key(),
                fields.as(CampaignForm.class, conversion),
                fields.as(AudienceForm.class, conversion),
                fields.templateValues(),
                editor.changed(id));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable long id,
            @ModelAttribute("form") CampaignForm form,
            BindingResult unreadable,
            @ModelAttribute("who") AudienceForm who,
            BindingResult unreadableAudience,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(required = false) String key,
            @RequestParam(defaultValue = "") String next,
            Principal author) {
        CampaignView campaign = open(id);
        FormFields fields = FormFields.of(posted);
        Map<String, String> values = fields.templateValues();
        CampaignEditor.Content content = new CampaignEditor.Content(
                key == null ? CampaignEditor.newKey() : key,
                unreadable.hasErrors() ? fields.as(CampaignForm.class, conversion) : form,
                unreadableAudience.hasErrors() ? AudienceForm.EMPTY : who,
                values,
                editor.changed(id));
        if (unreadable.hasErrors()) {
            return editor.page(content, author.getName(), CampaignDraftPages.unreadable(unreadable));
        }
        try {
            revisions.revise(id, form.draft(who, values, place -> narrowing(campaign, place)), author.getName());
            forms.forget(content.key(), author.getName());
            return new ModelAndView("redirect:/campaigns/" + id + ("submit".equals(next) ? "/submit" : ""));
        } catch (InvalidInput invalid) {
            return editor.page(content, author.getName(), invalid.problems());
        }
    }

    /** Back to what is stored. */
    @PostMapping("/discard")
    String discard(@PathVariable long id, @RequestParam String key, Principal author) {
        forms.forget(key, author.getName());
        return "redirect:/campaigns/" + id;
    }

    // One that was set by REST, at its place.
    private static Narrowing narrowing(CampaignView campaign, int place) {
        return place < campaign.waves().size() ? campaign.waves().get(place).narrowing() : Narrowing.NONE;
    }
}
