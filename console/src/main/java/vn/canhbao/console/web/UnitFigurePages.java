package vn.canhbao.console.web;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.canhbao.console.security.UnitScope;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Reminder;
import vn.canhbao.core.campaign.ReminderDesk;
import vn.canhbao.core.confirmation.LaggingUnit;
import vn.canhbao.core.confirmation.LaggingUnits;
import vn.canhbao.core.confirmation.PeopleShown;
import vn.canhbao.core.confirmation.PersonCursor;
import vn.canhbao.core.confirmation.UnitCampaign;
import vn.canhbao.core.confirmation.UnitPeople;
import vn.canhbao.core.confirmation.UnitPerson;
import vn.canhbao.core.confirmation.UnitTallies;
import vn.canhbao.core.recipient.Unit;
import vn.canhbao.core.recipient.UnitDesk;

/** What heads of units see of their people and remind them by, and what the office sees of the units. */
@Controller
class UnitFigurePages {

    private static final int CAMPAIGNS = 20;
    private static final int PEOPLE = 50;
    private static final int CHOICES = 100;

    private final UnitScope scope;
    private final UnitDesk units;
    private final UnitTallies tallies;
    private final UnitPeople people;
    private final LaggingUnits lagging;
    private final Campaigns campaigns;
    private final ReminderDesk reminders;

    UnitFigurePages(
            UnitScope scope,
            UnitDesk units,
            UnitTallies tallies,
            UnitPeople people,
            LaggingUnits lagging,
            Campaigns campaigns,
            ReminderDesk reminders) {
        this.scope = scope;
        this.units = units;
        this.tallies = tallies;
        this.people = people;
        this.lagging = lagging;
        this.campaigns = campaigns;
        this.reminders = reminders;
    }

    @GetMapping("/my-unit")
    String own(@RequestParam(required = false) Long before, Authentication head, Model model) {
        Optional<Unit> unit = scope.headedBy(head);
        List<UnitCampaign> found = unit.map(own -> tallies.campaigns(scope.seen(own.id(), head), before, CAMPAIGNS + 1))
                .orElse(List.of());
        List<UnitCampaign> shown = found.size() > CAMPAIGNS ? found.subList(0, CAMPAIGNS) : found;
        model.addAttribute("unit", unit.orElse(null));
        model.addAttribute("campaigns", shown);
        model.addAttribute("next", found.size() > CAMPAIGNS ? shown.getLast().campaignId() : null);
        return "my-unit";
    }

    /** {@code show}: left out, whoever has not answered or, where no answer is asked for, whoever was not reached. */
    @GetMapping("/units/{id}/people")
    String people(
            @PathVariable long id,
            @RequestParam long campaign,
            @RequestParam(required = false) PeopleShown show,
            @RequestParam(required = false) String after,
            Authentication viewer,
            Model model) {
        List<Long> within = scope.seen(id, viewer);
        UnitCampaign figures = tallies.addressed(campaign, within);
        PeopleShown filter = figures.shown(show);
        List<UnitPerson> found = people.page(campaign, within, filter, PersonCursor.of(after), PEOPLE + 1);
        List<UnitPerson> shown = found.size() > PEOPLE ? found.subList(0, PEOPLE) : found;
        model.addAttribute("unit", units.get(id));
        model.addAttribute("campaign", figures);
        model.addAttribute("text", campaigns.get(campaign).text());
        model.addAttribute("show", filter);
        model.addAttribute("people", shown);
        model.addAttribute("next", found.size() > PEOPLE ? shown.getLast().cursor() : null);
        model.addAttribute("heads", scope.heads(id, viewer));
        model.addAttribute(
                "whyNot",
                figures.asksForAnswer() ? reminders.whyNot(campaign, id).orElse(null) : null);
        return "unit-people";
    }

    @PostMapping("/units/{id}/remind")
    String remind(@PathVariable long id, @RequestParam long campaign, Authentication head, RedirectAttributes once) {
        requireAddressed(id, campaign, head);
        Reminder reminder = reminders.remind(campaign, id, head.getName());
        once.addFlashAttribute("reminded", reminder.people());
        return "redirect:/units/" + id + "/people?campaign=" + campaign;
    }

    // Whoever may look at a unit without heading it reminds nobody of it.
    private void requireAddressed(long id, long campaign, Authentication head) {
        List<Long> within = scope.seen(id, head);
        tallies.addressed(campaign, scope.heads(id, head) ? within : List.of());
    }

    @GetMapping("/lagging-units")
    String lagging(
            @RequestParam(required = false) Long campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        List<LaggingUnit> found = lagging.find(campaign, q);
        RowsShown shown = RowsShown.from(from, found.size());
        model.addAttribute("units", shown.of(found));
        model.addAttribute("next", shown.next());
        model.addAttribute("choices", lagging.campaigns(CHOICES));
        model.addAttribute("campaign", campaign);
        model.addAttribute("q", q);
        return "lagging-units";
    }
}
