package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignForms;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/** The form for a new campaign, empty, for a template, or as it was left; without JavaScript, too. */
@Controller
@RequestMapping("/campaigns")
class CampaignDraftPages {

    private final CampaignDesk desk;
    private final CampaignEditor editor;
    private final CampaignForms forms;
    private final TemplateChoice templates;
    private final ConversionService conversion;

    CampaignDraftPages(
            CampaignDesk desk,
            CampaignEditor editor,
            CampaignForms forms,
            TemplateChoice templates,
            ConversionService mvcConversionService) {
        this.desk = desk;
        this.editor = editor;
        this.forms = forms;
        this.templates = templates;
        this.conversion = mvcConversionService;
    }

    @GetMapping("/new")
    ModelAndView form(
            @RequestParam(required = false) Long templateId,
            @RequestParam(required = false) String kept,
            Principal author) {
        Optional<CampaignForms.Written> left = kept == null ? Optional.empty() : forms.find(kept, author.getName());
        CampaignEditor.Content content = left.map(this::content)
                .orElseGet(() -> new CampaignEditor.Content(
                        CampaignEditor.newKey(), CampaignForm.EMPTY, AudienceForm.EMPTY, Map.of(), null));
        if (templateId != null) {
            content = new CampaignEditor.Content(
                    content.key(),
                    content.form().of(templates.template(templateId)),
                    content.who(),
                    content.values(),
                    null);
        }
        return editor.page(content, author.getName(), List.of());
    }

    private CampaignEditor.Content content(CampaignForms.Written written) {
        FormFields fields = new FormFields(written.fields());
        return new CampaignEditor.Content(
                written.key(),
                fields.as(CampaignForm.class, conversion),
                fields.as(AudienceForm.class, conversion),
                fields.templateValues(),
                null);
    }

    @PostMapping
    ModelAndView save(
            @ModelAttribute("form") CampaignForm form,
            BindingResult unreadable,
            @ModelAttribute("who") AudienceForm who,
            BindingResult unreadableAudience,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(required = false) String key,
            @RequestParam(defaultValue = "") String next,
            Principal author) {
        FormFields fields = FormFields.of(posted);
        CampaignEditor.Content content = new CampaignEditor.Content(
                key == null ? CampaignEditor.newKey() : key,
                unreadable.hasErrors() ? fields.as(CampaignForm.class, conversion) : form,
                unreadableAudience.hasErrors() ? AudienceForm.EMPTY : who,
                fields.templateValues(),
                null);
        if (unreadable.hasErrors()) {
            return editor.page(content, author.getName(), unreadable(unreadable));
        }
        try {
            long id = desk.draft(form.draft(who, content.values(), place -> Narrowing.NONE), author.getName())
                    .id();
            forms.forget(content.key(), author.getName());
            return new ModelAndView("redirect:/campaigns/" + id + ("submit".equals(next) ? "/submit" : ""));
        } catch (InvalidInput invalid) {
            return editor.page(content, author.getName(), invalid.problems());
        }
    }

    static List<FieldProblem> unreadable(BindingResult unreadable) {
        return unreadable.getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), "không đọc được giá trị này (unreadable value)"))
                .toList();
    }

    /** Gives up a form that was never stored. */
    @PostMapping("/forget")
    String forget(@RequestParam String key, Principal author) {
        forms.forget(key, author.getName());
        return "redirect:/campaigns/new";
    }
}
