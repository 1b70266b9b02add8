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
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.SendingLimits;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.scheduler.caps.Caps;

/** Windows and caps by message class, which administrators change. */
@Controller
@RequestMapping("/limits")
class LimitPages {

    private final SendingLimits limits;
    private final SendingHours hours;
    private final Caps caps;

    LimitPages(SendingLimits limits, SendingHours hours, Caps caps) {
        this.limits = limits;
        this.hours = hours;
        this.caps = caps;
    }

    @GetMapping
    ModelAndView all() {
        return page(List.of());
    }

    @PostMapping("/{code}")
    ModelAndView set(
            @PathVariable String code,
            @RequestParam(required = false) String hours,
            @RequestParam(required = false) String daysOff,
            @RequestParam(required = false) Integer most,
            @RequestParam(required = false) Integer withinHours,
            Principal admin) {
        try {
            limits.set(code, new SendingLimits.Limit(hours, daysOff, most, withinHours), admin.getName());
            return new ModelAndView("redirect:/limits");
        } catch (InvalidInput invalid) {
            return page(invalid.problems());
        }
    }

    private ModelAndView page(List<FieldProblem> problems) {
        ModelAndView page = new ModelAndView("limits", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("classes", MessageClass.values());
        page.addObject("limits", limits);
        page.addObject("hours", hours);
        page.addObject("caps", caps);
        page.addObject("errors", problems.isEmpty() ? null : problems);
        return page;
    }
}
