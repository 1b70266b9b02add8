package vn.canhbao.console.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.protection.DataRequest;
import vn.canhbao.core.protection.DataRequestDesk;
import vn.canhbao.core.protection.DataRequests;
import vn.canhbao.core.protection.RequestKind;

/** The register of persons' requests about their data; each with its clock, its data and its steps. */
@Controller
@RequestMapping("/data-requests")
class DataRequestPages {

    private static final int PAGE = 50;

    private final DataRequests requests;
    private final DataRequestDesk desk;
    private final Clock clock;

    DataRequestPages(DataRequests requests, DataRequestDesk desk, Clock clock) {
        this.requests = requests;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(@RequestParam(required = false) Long before) {
        return list(before, List.of());
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam(required = false) RequestKind kind,
            @RequestParam(required = false) String number,
            @RequestParam(required = false) String requester,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn,
            @RequestParam(required = false) String note,
            Principal admin) {
        try {
            return back(desk.enter(kind, number, requester, receivedOn, note, admin.getName())
                    .id());
        } catch (InvalidInput invalid) {
            return list(null, invalid.problems());
        }
    }

    /** With the person's data, which is audited. */
    @GetMapping("/{id}")
    ModelAndView one(@PathVariable long id, Principal admin) {
        return page(id, admin, List.of());
    }

    @PostMapping("/{id}/answer")
    ModelAndView answer(@PathVariable long id, Principal admin) {
        desk.answer(id, admin.getName());
        return back(id);
    }

    @PostMapping("/{id}/correct")
    ModelAndView correct(@PathVariable long id, @RequestParam(required = false) String fullName, Principal admin) {
        return step(id, admin, () -> desk.correct(id, fullName, admin.getName()));
    }

    @PostMapping("/{id}/erase")
    ModelAndView erase(@PathVariable long id, Principal admin) {
        desk.erase(id, admin.getName());
        return back(id);
    }

    @PostMapping("/{id}/done")
    ModelAndView done(@PathVariable long id, @RequestParam(required = false) String outcome, Principal admin) {
        return step(id, admin, () -> desk.done(id, outcome, admin.getName()));
    }

    @PostMapping("/{id}/refuse")
    ModelAndView refuse(@PathVariable long id, @RequestParam(required = false) String outcome, Principal admin) {
        return step(id, admin, () -> desk.refuse(id, outcome, admin.getName()));
    }

    private ModelAndView step(long id, Principal admin, Runnable step) {
        try {
            step.run();
            return back(id);
        } catch (InvalidInput invalid) {
            return page(id, admin, invalid.problems());
        }
    }

    private ModelAndView list(Long before, List<FieldProblem> problems) {
        List<DataRequest> found = requests.page(false, before, PAGE + 1);
        ModelAndView page = view("data-requests", problems);
        page.addObject("requests", found.subList(0, Math.min(PAGE, found.size())));
        page.addObject("next", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        page.addObject("kinds", RequestKind.values());
        return page;
    }

    private ModelAndView page(long id, Principal admin, List<FieldProblem> problems) {
        DataRequest request = requests.get(id);
        ModelAndView page = view("data-request", problems);
        page.addObject("request", request);
        page.addObject("data", request.msisdn() == null ? null : desk.show(id, admin.getName()));
        return page;
    }

    private ModelAndView view(String name, List<FieldProblem> problems) {
        ModelAndView page = new ModelAndView(name, problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("errors", problems.isEmpty() ? null : problems);
        page.addObject("today", LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL));
        return page;
    }

    private static ModelAndView back(long id) {
        return new ModelAndView("redirect:/data-requests/" + id);
    }
}
