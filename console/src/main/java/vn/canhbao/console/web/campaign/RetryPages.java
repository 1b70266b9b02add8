package vn.canhbao.console.web.campaign;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.RetryDesk;
import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.fault.Faults;
import vn.canhbao.core.operator.Operators;

/** Sending again what failed: the reasons are chosen, the number of people is shown, then it is confirmed. */
@Controller
@RequestMapping("/campaigns/{id}/retry")
class RetryPages {

    private final Campaigns campaigns;
    private final Faults faults;
    private final RetryDesk desk;
    private final Operators operators;

    RetryPages(Campaigns campaigns, Faults faults, RetryDesk desk, Operators operators) {
        this.campaigns = campaigns;
        this.faults = faults;
        this.desk = desk;
        this.operators = operators;
    }

    /** @param fault reasons that were chosen; none: nothing was chosen yet, and all that may pass are proposed */
    @GetMapping
    String choose(
            @PathVariable long id,
            @RequestParam(required = false) List<String> fault,
            @RequestParam(required = false) String operator,
            Model model) {
        List<FaultView> all = faults.counts(id).stream().map(FaultView::of).toList();
        Set<Fault> chosen = read(fault);
        String only = MessageListPage.blankToNull(operator);
        model.addAttribute("campaign", campaigns.get(id));
        model.addAttribute("faults", all);
        model.addAttribute("operators", operators.displayNames());
        model.addAttribute("operator", only);
        model.addAttribute(
                "chosen",
                fault == null
                        ? all.stream()
                                .filter(one -> !one.permanent())
                                .map(FaultView::code)
                                .toList()
                        : chosen.stream().map(Fault::code).toList());
        model.addAttribute("people", fault == null ? null : desk.people(id, chosen, only));
        return "campaign-retry";
    }

    /** @param people how many the person has seen and agreed to */
    @PostMapping
    String order(
            @PathVariable long id,
            @RequestParam(required = false) List<String> fault,
            @RequestParam(required = false) String operator,
            @RequestParam long people,
            Principal actor) {
        desk.order(id, read(fault), MessageListPage.blankToNull(operator), people, actor.getName());
        return "redirect:/campaigns/" + id;
    }

    private static Set<Fault> read(List<String> codes) {
        return codes == null
                ? Set.of()
                : codes.stream().map(Fault::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
