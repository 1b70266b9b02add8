package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.console.api.TemplateReader;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.text.Unaccented;
import vn.canhbao.templates.TemplateText;
import vn.canhbao.templates.channel.ReportingChannels;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.TemplateDesk;
import vn.canhbao.templates.library.TemplateDraft;
import vn.canhbao.templates.library.TemplateRules;
import vn.canhbao.templates.library.Templates;
import vn.canhbao.templates.library.Topics;

/** The editor of templates, with segments and findings as it is typed. */
@Controller
@RequestMapping("/templates")
class TemplateDraftPages {

    private final Templates templates;
    private final TemplateDesk desk;
    private final TemplateReader reader;
    private final TemplateRules rules;
    private final ReportingChannels channels;
    private final Topics topics;

    TemplateDraftPages(
            Templates templates,
            TemplateDesk desk,
            TemplateReader reader,
            TemplateRules rules,
            ReportingChannels channels,
            Topics topics) {
        this.templates = templates;
        this.desk = desk;
        this.reader = reader;
        this.rules = rules;
        this.channels = channels;
        this.topics = topics;
    }

    @GetMapping("/new")
    ModelAndView create() {
        return page(TemplateForm.EMPTY, null, List.of());
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        Template template = templates.get(id);
        return page(TemplateForm.of(template, templates.version(id, template.latestVersion())), template, List.of());
    }

    @PostMapping("/check")
    String check(@ModelAttribute("form") TemplateForm form, BindingResult whatIsStillUnreadable, Model model) {
        TemplateDraft draft = form.draft();
        String unaccented = draft.unaccented() == null ? draft.text() : draft.unaccented();
        model.addAttribute("accented", reader.longest(draft.text(), draft.placeholders(), UnaryOperator.identity()));
        model.addAttribute("unaccented", reader.longest(unaccented, draft.placeholders(), Unaccented::of));
        model.addAttribute("wording", Unaccented.of(unaccented));
        List<FieldProblem> problems = draft.text().isBlank()
                ? List.of()
                : rules.problems(draft).stream()
                        .filter(problem -> problem.field().equals("text")
                                || problem.field().equals("unaccented"))
                        .toList();
        model.addAttribute("problems", problems);
        boolean readable = new TemplateText(draft.text()).problems().isEmpty();
        model.addAttribute(
                "findings",
                readable && !draft.text().isBlank()
                        ? rules.findings(draft.text(), draft.unaccented(), draft.placeholders())
                        : List.of());
        return "template-check";
    }

    @PostMapping
    ModelAndView save(@ModelAttribute("form") TemplateForm form, BindingResult unreadable, Principal author) {
        return saved(form, null, unreadable, () -> desk.create(form.draft(), author.getName()));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable long id,
            @ModelAttribute("form") TemplateForm form,
            BindingResult unreadable,
            Principal author) {
        return saved(form, templates.get(id), unreadable, () -> desk.change(id, form.draft(), author.getName()));
    }

    private ModelAndView saved(
            TemplateForm form,
            Template template,
            BindingResult unreadable,
            java.util.function.Supplier<Template> command) {
        if (unreadable.hasErrors()) {
            return page(
                    form == null ? TemplateForm.EMPTY : form,
                    template,
                    unreadable.getFieldErrors().stream()
                            .map(error ->
                                    new FieldProblem(error.getField(), "không đọc được giá trị này (unreadable value)"))
                            .toList());
        }
        try {
            return new ModelAndView("redirect:/templates/" + command.get().id());
        } catch (InvalidInput invalid) {
            return page(form, template, invalid.problems());
        }
    }

    private ModelAndView page(TemplateForm form, Template template, List<FieldProblem> problems) {
        ModelAndView page =
                new ModelAndView("template-edit", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("form", form);
        page.addObject("template", template);
        page.addObject("errors", problems.isEmpty() ? null : problems);
        page.addObject("channels", channels.all());
        page.addObject("topics", topics.all().values());
        return page;
    }
}
