package vn.canhbao.console.web.campaign;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.progress.WaveMinutes;

/** A campaign's figures over time, as a table that a script draws; asked for after the page, and again while it runs. */
@Controller
class MinutesPart {

    private static final int POINTS = 120;

    private final Campaigns campaigns;
    private final WaveMinutes minutes;

    MinutesPart(Campaigns campaigns, WaveMinutes minutes) {
        this.campaigns = campaigns;
        this.minutes = minutes;
    }

    @GetMapping("/campaigns/{id}/minutes")
    String minutes(@PathVariable long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("live", campaigns.get(id).status() == CampaignStatus.RUNNING);
        model.addAttribute("minutes", minutes.ofCampaign(id, POINTS));
        return "campaign-minutes";
    }
}
