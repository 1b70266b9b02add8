package vn.canhbao.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Escalations;
import vn.canhbao.core.confirmation.Confirmation;
import vn.canhbao.core.confirmation.ConfirmationFigures;
import vn.canhbao.core.confirmation.Confirmations;
import vn.canhbao.core.confirmation.PersonConfirmation;
import vn.canhbao.core.recipient.UnitTree;

/** Who answered a campaign: figures by unit for everybody who sees campaigns, people for those who see all numbers. */
@Controller
class ConfirmationPages {

    private static final int PAGE = 50;

    private final Campaigns campaigns;
    private final Escalations escalations;
    private final ConfirmationFigures figures;
    private final Confirmations confirmations;
    private final UnitTree units;

    ConfirmationPages(
            Campaigns campaigns,
            Escalations escalations,
            ConfirmationFigures figures,
            Confirmations confirmations,
            UnitTree units) {
        this.campaigns = campaigns;
        this.escalations = escalations;
        this.figures = figures;
        this.confirmations = confirmations;
        this.units = units;
    }

    @GetMapping("/campaigns/{id}/confirmations")
    String ofCampaign(
            @PathVariable long id,
            @RequestParam(required = false) Confirmation state,
            @RequestParam(required = false) Long unitId,
            @RequestParam(required = false) String after,
            @ModelAttribute("viewer") Viewer viewer,
            Model model) {
        model.addAttribute("campaign", campaigns.get(id));
        model.addAttribute("escalation", escalations.of(id).orElse(null));
        var byUnit = figures.of(id);
        model.addAttribute("units", byUnit.units());
        model.addAttribute("counts", byUnit.total());
        model.addAttribute("countedAt", byUnit.countedAt());
        model.addAttribute("counting", byUnit.counting());
        model.addAttribute("states", Confirmation.values());
        model.addAttribute("showsPeople", viewer.seesWholeNumbers());
        model.addAttribute("state", state);
        model.addAttribute("unitId", unitId);
        List<PersonConfirmation> found = viewer.seesWholeNumbers()
                ? confirmations.people(
                        id, state, unitId == null ? List.of() : units.withSubUnits(List.of(unitId)), after, PAGE + 1)
                : List.of();
        List<PersonConfirmation> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("people", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().msisdn() : null);
        return "campaign-confirmations";
    }
}
