package vn.canhbao.console.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignForms;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.SavedAudiences;
import vn.canhbao.core.problem.FieldProblem;

/** The page on which a campaign is written, for a new one and for one that is changed. */
@Component
class CampaignEditor {

    private static final int AUDIENCES_SHOWN = 200;

    private final SavedAudiences audiences;
    private final AudienceChoices choices;
    private final TemplateChoice templates;
    private final CampaignForms forms;
    private final Campaigns campaigns;

    CampaignEditor(
            SavedAudiences audiences,
            AudienceChoices choices,
            TemplateChoice templates,
            CampaignForms forms,
            Campaigns campaigns) {
        this.audiences = audiences;
        this.choices = choices;
        this.templates = templates;
        this.forms = forms;
        this.campaigns = campaigns;
    }

    /**
     * What stands in the form.
     *
     * @param key under which it is kept while it is written
     * @param values of the template's fields
     * @param changes the campaign that it changes, or {@code null}
     */
    record Content(String key, CampaignForm form, AudienceForm who, Map<String, String> values, Changed changes) {}

    /**
     * A campaign that is changed.
     *
     * @param corrects the campaign whose recipients are its own, or {@code null}
     */
    record Changed(long id, String name, boolean rejected, Long corrects) {}

    /** @param campaignId {@code null} for a new campaign */
    Changed changed(Long campaignId) {
        if (campaignId == null) {
            return null;
        }
        Campaign campaign = campaigns.get(campaignId);
        return new Changed(
                campaignId,
                campaign.name(),
                campaign.status() == CampaignStatus.REJECTED,
                campaign.handling().correctsId());
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    ModelAndView page(Content content, String author, List<FieldProblem> problems) {
        ModelAndView page =
                new ModelAndView("campaign-new", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        CampaignForm form = content.form();
        page.addObject("key", content.key());
        page.addObject("form", form);
        page.addObject("who", content.who());
        page.addObject("changes", content.changes());
        page.addObject("choices", choices);
        page.addObject("audiences", audiences.page(null, AUDIENCES_SHOWN));
        page.addObject("pickable", templates.pickable());
        page.addObject("errors", problems.isEmpty() ? null : problems);
        page.addObject("wrong", problems.stream().map(FieldProblem::field).collect(Collectors.toSet()));
        page.addObject(
                "problemOf",
                problems.stream()
                        .collect(Collectors.toMap(
                                FieldProblem::field, FieldProblem::message, (one, other) -> one + "; " + other)));
        page.addObject(
                "template", form.templateId() == null ? null : templates.shown(form.templateId(), content.values()));
        page.addObject(
                "unfinished",
                content.changes() != null
                        ? List.of()
                        : forms.unfinished(author).stream()
                                .filter(one -> !one.key().equals(content.key()))
                                .toList());
        return page;
    }
}
