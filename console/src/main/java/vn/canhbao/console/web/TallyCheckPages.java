package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.console.api.CheckStart;
import vn.canhbao.console.api.CheckView;
import vn.canhbao.core.statistics.TallyCheck;
import vn.canhbao.core.statistics.TallyChecks;

/** Full counts beside the kept figures: the list, what one found, a new one. */
@Controller
class TallyCheckPages {

    private static final int PAGE = 50;

    private final TallyChecks checks;
    private final CheckStart start;

    TallyCheckPages(TallyChecks checks, CheckStart start) {
        this.checks = checks;
        this.start = start;
    }

    @GetMapping("/statistics/checks")
    String list(@RequestParam(required = false) Long before, Model model) {
        List<TallyCheck> found = checks.page(before, PAGE + 1);
        List<TallyCheck> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute(
                "checks",
                shown.stream().map(check -> CheckView.of(check, List.of())).toList());
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "tally-checks";
    }

    @PostMapping("/statistics/checks")
    String run(Principal person) {
        return "redirect:/statistics/checks/" + start.begin(person.getName()).id();
    }

    @GetMapping("/statistics/checks/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("check", CheckView.of(checks.get(id), checks.differences(id)));
        return "tally-check";
    }
}
