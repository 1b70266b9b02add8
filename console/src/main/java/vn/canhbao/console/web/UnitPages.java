package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.UnitDesk;

/** The units as an indented tree; they are made, renamed and moved here. */
@Controller
@RequestMapping("/units")
class UnitPages {

    private static final String BACK = "redirect:/units";

    private final UnitDesk desk;

    UnitPages(UnitDesk desk) {
        this.desk = desk;
    }

    /** @param change the unit whose form is open, or {@code null} */
    @GetMapping
    ModelAndView tree(@RequestParam(required = false) Long change) {
        return page(List.of(), change);
    }

    @PostMapping
    ModelAndView create(@RequestParam String name, @RequestParam(required = false) Long parentId, Principal actor) {
        return done(null, () -> desk.create(name, parentId, actor.getName()));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(required = false) Long parentId,
            @RequestParam(required = false) String headName,
            @RequestParam(required = false) String headMsisdn,
            Principal actor) {
        return done(id, () -> {
            desk.headedBy(id, headName, headMsisdn, actor.getName());
            desk.change(id, name, parentId, actor.getName());
        });
    }

    private ModelAndView done(Long id, Runnable command) {
        try {
            command.run();
            return new ModelAndView(BACK);
        } catch (InvalidInput invalid) {
            return page(invalid.problems(), id);
        }
    }

    private ModelAndView page(List<FieldProblem> problems, Long changing) {
        ModelAndView page = new ModelAndView("units", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("units", desk.tree());
        page.addObject("changing", changing);
        page.addObject("errors", problems.isEmpty() ? null : problems);
        return page;
    }
}
