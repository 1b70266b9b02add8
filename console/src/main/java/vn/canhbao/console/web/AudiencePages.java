package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceRules;
import vn.canhbao.core.campaign.BoundedAudiences;
import vn.canhbao.core.campaign.SavedAudience;
import vn.canhbao.core.campaign.SavedAudiences;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/** Saved audiences: the list, and a form that counts while it is filled in. */
@Controller
@RequestMapping("/audiences")
class AudiencePages {

    private static final int PAGE = 50;
    private static final String BACK = "redirect:/audiences/";

    private final SavedAudiences audiences;
    private final AudienceRules rules;
    private final BoundedAudiences counts;
    private final AudienceChoices choices;

    AudiencePages(SavedAudiences audiences, AudienceRules rules, BoundedAudiences counts, AudienceChoices choices) {
        this.audiences = audiences;
        this.rules = rules;
        this.counts = counts;
        this.choices = choices;
    }

    @GetMapping
    String list(@RequestParam(required = false) Long before, Model model) {
        List<SavedAudience> found = audiences.page(before, PAGE + 1);
        List<SavedAudience> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("audiences", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "audiences";
    }

    @GetMapping("/new")
    ModelAndView form() {
        return page(null, AudienceForm.EMPTY, List.of());
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable long id) {
        return page(id, AudienceForm.of(audiences.get(id)), List.of());
    }

    @PostMapping
    ModelAndView create(@ModelAttribute("form") AudienceForm form, Principal author) {
        try {
            return new ModelAndView(BACK
                    + audiences
                            .create(form.name(), form.definition(), author.getName())
                            .id());
        } catch (InvalidInput invalid) {
            return page(null, form, invalid.problems());
        }
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable long id, @ModelAttribute("form") AudienceForm form, Principal author) {
        try {
            audiences.change(id, form.name(), form.definition(), author.getName());
            return new ModelAndView(BACK + id);
        } catch (InvalidInput invalid) {
            return page(id, form, invalid.problems());
        }
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable long id, Principal author) {
        audiences.delete(id, author.getName());
        return "redirect:/audiences";
    }

    /** The counts beside the form. */
    @PostMapping("/preview")
    String preview(@ModelAttribute("form") AudienceForm form, Model model) {
        List<FieldProblem> problems = rules.problems(form.definition(), "");
        model.addAttribute("errors", problems.isEmpty() ? null : problems);
        model.addAttribute("operators", choices.operators());
        if (problems.isEmpty()) {
            Audience audience = form.definition().audience();
            model.addAttribute("size", counts.size(audience));
            model.addAttribute("preview", counts.preview(audience));
        }
        return "audience-preview";
    }

    private ModelAndView page(Long id, AudienceForm form, List<FieldProblem> problems) {
        ModelAndView page = new ModelAndView("audience", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("id", id);
        page.addObject("form", form);
        page.addObject("choices", choices);
        page.addObject("errors", problems.isEmpty() ? null : problems);
        return page;
    }
}
