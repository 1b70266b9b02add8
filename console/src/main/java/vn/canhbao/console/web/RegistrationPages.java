package vn.canhbao.console.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.Templates;
import vn.canhbao.templates.registration.Registration;
import vn.canhbao.templates.registration.RegistrationDraft;
import vn.canhbao.templates.registration.RegistrationStatus;
import vn.canhbao.templates.registration.Registrations;

/** Registrations of sender ids and templates at the operators. */
@Controller
@RequestMapping("/registrations")
class RegistrationPages {

    private static final int PAGE = 50;

    private final Registrations registrations;
    private final Operators operators;
    private final Templates templates;

    RegistrationPages(Registrations registrations, Operators operators, Templates templates) {
        this.registrations = registrations;
        this.operators = operators;
        this.templates = templates;
    }

    /** The form's fields; empty ones are none. */
    record Form(
            String operator,
            String senderId,
            Long templateId,
            Integer templateVersion,
            String number,
            RegistrationStatus status,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate appliedOn,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validUntil,
            String note) {

        RegistrationDraft draft() {
            return new RegistrationDraft(
                    operator,
                    senderId,
                    templateId,
                    templateVersion,
                    number,
                    status,
                    appliedOn,
                    validFrom,
                    validUntil,
                    note);
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) Long before, @RequestParam(required = false) Long templateId) {
        return page(before, templateId, List.of());
    }

    @PostMapping
    ModelAndView create(@ModelAttribute("form") Form form, BindingResult unreadable, Principal actor) {
        return done(unreadable, () -> registrations.create(form.draft(), actor.getName()));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable long id, @ModelAttribute("form") Form form, BindingResult unreadable, Principal actor) {
        return done(unreadable, () -> registrations.change(id, form.draft(), actor.getName()));
    }

    private ModelAndView done(BindingResult unreadable, Runnable command) {
        if (unreadable.hasErrors()) {
            return page(
                    null,
                    null,
                    unreadable.getFieldErrors().stream()
                            .map(error ->
                                    new FieldProblem(error.getField(), "không đọc được giá trị này (unreadable value)"))
                            .toList());
        }
        try {
            command.run();
            return new ModelAndView("redirect:/registrations");
        } catch (InvalidInput invalid) {
            return page(null, null, invalid.problems());
        }
    }

    private ModelAndView page(Long before, Long templateId, List<FieldProblem> problems) {
        List<Registration> found = registrations.page(before, PAGE + 1);
        List<Registration> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Map<Long, String> names = new HashMap<>();
        shown.stream()
                .map(Registration::templateId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> names.put(id, templates.get(id).name()));
        ModelAndView page =
                new ModelAndView("registrations", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        Template chosen = templateId == null ? null : templates.get(templateId);
        page.addObject("registrations", shown);
        page.addObject("names", names);
        page.addObject("operators", operators.displayNames());
        page.addObject("template", chosen);
        page.addObject("next", found.size() > PAGE ? shown.getLast().id() : null);
        page.addObject("errors", problems.isEmpty() ? null : problems);
        return page;
    }
}
