package vn.canhbao.console.web;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.SavedAudiences;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;

/** The form for a new campaign, with both forms of its text as it is typed. */
@Controller
@RequestMapping("/campaigns")
class CampaignDraftPages {

    private static final int LISTS_SHOWN = 200;

    private final CampaignDesk desk;
    private final RecipientLists lists;
    private final SavedAudiences audiences;
    private final TemplateChoice templates;

    CampaignDraftPages(CampaignDesk desk, RecipientLists lists, SavedAudiences audiences, TemplateChoice templates) {
        this.desk = desk;
        this.lists = lists;
        this.audiences = audiences;
        this.templates = templates;
    }

    @GetMapping("/new")
    ModelAndView form(@RequestParam(required = false) Long templateId) {
        CampaignForm form =
                templateId == null ? CampaignForm.EMPTY : CampaignForm.EMPTY.of(templates.template(templateId));
        return page(form, Map.of(), List.of());
    }

    @PostMapping("/preview")
    String preview(
            @ModelAttribute("form") CampaignForm form,
            BindingResult whatIsStillUnreadable,
            @RequestParam Map<String, String> fields,
            Model model) {
        TemplateChoice.Written written = templates.written(form, TemplateChoice.values(fields));
        Map<TextForm, SmsText> forms = new LinkedHashMap<>();
        forms.put(TextForm.ACCENTED, SmsText.of(written.accented()));
        forms.put(TextForm.UNACCENTED, SmsText.of(Unaccented.of(written.unaccented())));
        model.addAttribute("forms", written.accented().isBlank() ? Map.of() : forms);
        model.addAttribute("findings", written.findings());
        return "text-forms";
    }

    @PostMapping
    ModelAndView save(
            @ModelAttribute("form") CampaignForm form,
            BindingResult unreadable,
            @RequestParam Map<String, String> fields,
            Principal author) {
        Map<String, String> values = TemplateChoice.values(fields);
        if (unreadable.hasErrors()) {
            return page(
                    CampaignForm.EMPTY,
                    Map.of(),
                    unreadable.getFieldErrors().stream()
                            .map(error ->
                                    new FieldProblem(error.getField(), "không đọc được giá trị này (unreadable value)"))
                            .toList());
        }
        try {
            return new ModelAndView("redirect:/campaigns/"
                    + desk.draft(form.draft(values), author.getName()).id());
        } catch (InvalidInput invalid) {
            return page(form, values, invalid.problems());
        }
    }

    private ModelAndView page(CampaignForm form, Map<String, String> values, List<FieldProblem> problems) {
        ModelAndView page =
                new ModelAndView("campaign-new", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("form", form);
        page.addObject("lists", lists.page(null, LISTS_SHOWN));
        page.addObject("audiences", audiences.page(null, LISTS_SHOWN));
        page.addObject("errors", problems.isEmpty() ? null : problems);
        page.addObject("wrong", wrongFields(problems));
        page.addObject("template", form.templateId() == null ? null : templates.shown(form.templateId(), values));
        return page;
    }

    private static Set<String> wrongFields(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::field).collect(Collectors.toSet());
    }
}
