package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.campaign.CampaignForms;

/** What the editor asks for while somebody writes: the message on a phone, the people and times, and that it is kept. */
@Controller
@RequestMapping("/campaigns")
class EditorPreviewPages {

    private final EditorPreview previews;
    private final CampaignForms forms;
    private final CampaignEditor editor;
    private final TemplateChoice templates;
    private final ConversionService conversion;

    EditorPreviewPages(
            EditorPreview previews,
            CampaignForms forms,
            CampaignEditor editor,
            TemplateChoice templates,
            ConversionService mvcConversionService) {
        this.previews = previews;
        this.forms = forms;
        this.editor = editor;
        this.templates = templates;
        this.conversion = mvcConversionService;
    }

    /** @param after the recipient whose message was shown last, to see the next one's; 0: the first */
    @PostMapping("/preview")
    String preview(
            @ModelAttribute("form") CampaignForm form,
            BindingResult whatIsStillUnreadable,
            @ModelAttribute("who") AudienceForm who,
            BindingResult whoIsStillUnreadable,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(required = false) Long campaignId,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (whatIsStillUnreadable.hasErrors() || whoIsStillUnreadable.hasErrors()) {
            return "editor-unreadable";
        }
        model.addAttribute(
                "shown", previews.message(form, who, FormFields.of(posted).templateValues(), campaignId, after));
        return "editor-preview";
    }

    @PostMapping("/counts")
    String counts(
            @ModelAttribute("form") CampaignForm form,
            BindingResult whatIsStillUnreadable,
            @ModelAttribute("who") AudienceForm who,
            BindingResult whoIsStillUnreadable,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(required = false) Long campaignId,
            Model model) {
        if (whatIsStillUnreadable.hasErrors() || whoIsStillUnreadable.hasErrors()) {
            return "editor-unreadable";
        }
        model.addAttribute(
                "shown", previews.sending(form, who, FormFields.of(posted).templateValues(), campaignId));
        return "editor-counts";
    }

    /** The same form for the template that is chosen in it, or for a text of one's own; nothing is stored. */
    @PostMapping("/template")
    ModelAndView template(
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam String key,
            @RequestParam(required = false) Long campaignId,
            Principal author) {
        FormFields fields = FormFields.of(posted);
        CampaignForm form = fields.as(CampaignForm.class, conversion);
        return editor.page(
                new CampaignEditor.Content(
                        key,
                        form.templateId() == null ? form : form.of(templates.template(form.templateId())),
                        fields.as(AudienceForm.class, conversion),
                        fields.templateValues(),
                        editor.changed(campaignId)),
                author.getName(),
                List.of());
    }

    @PostMapping("/autosave")
    String keep(
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam String key,
            @RequestParam(required = false) Long campaignId,
            Principal author,
            HttpServletResponse response,
            Model model) {
        CampaignForms.Written kept = forms.keep(
                key, author.getName(), campaignId, FormFields.of(posted).fields());
        if (campaignId == null) {
            // Reloading shows what was kept, not an empty form.
            response.setHeader("HX-Replace-Url", "/campaigns/new?kept=" + kept.key());
        }
        model.addAttribute("savedAt", kept.savedAt().atZone(ClockConfiguration.LOCAL));
        return "editor-kept";
    }
}
