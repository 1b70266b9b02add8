package vn.canhbao.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.report.UnreachedPeople;

/** Who was never reached in the latest campaigns; numbers as each role may see them. */
@Controller
class UnreachedPages {

    private static final int PAGE = 100;

    private final UnreachedPeople people;

    UnreachedPages(UnreachedPeople people) {
        this.people = people;
    }

    @GetMapping("/statistics/unreached")
    String unreached(
            @RequestParam(defaultValue = "10") int campaigns,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        List<UnreachedPeople.Unreached> found = people.page(campaigns, after, PAGE + 1);
        List<UnreachedPeople.Unreached> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("campaigns", campaigns);
        model.addAttribute("count", people.count(campaigns));
        model.addAttribute("people", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().recipient() : null);
        return "unreached";
    }
}
