package vn.canhbao.console.web.home;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.progress.WaveMinutes;
import vn.canhbao.gateway.link.Links;

/** Where everybody begins; its live part is asked for again every few seconds. */
@Controller
class HomePage {

    private final Campaigns campaigns;
    private final Waves waves;
    private final WaveMinutes minutes;
    private final Agenda agenda;
    private final Needs needs;
    private final Links links;
    private final Clock clock;

    HomePage(
            Campaigns campaigns,
            Waves waves,
            WaveMinutes minutes,
            Agenda agenda,
            Needs needs,
            Links links,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.minutes = minutes;
        this.agenda = agenda;
        this.needs = needs;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/")
    String page(Authentication person, Model model) {
        // A unit's head has nothing to do with campaigns.
        boolean onlyHead = Role.of(person).stream().allMatch(role -> role == Role.UNIT_HEAD);
        if (onlyHead) {
            return "redirect:/my-unit";
        }
        fill(person, model);
        return "home";
    }

    @GetMapping("/home")
    String live(Authentication person, Model model) {
        fill(person, model);
        return "home-live";
    }

    private void fill(Authentication person, Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("needs", needs.of(person.getName(), Role.of(person)));
        model.addAttribute("running", running());
        model.addAttribute("agenda", agenda.view());
        model.addAttribute("links", links.all());
        model.addAttribute("nothingYet", campaigns.page(null, 1).isEmpty());
    }

    private List<RunningWave> running() {
        return waves
                .withStatus(WaveStatus.RUNNING, WaveStatus.PREPARING, WaveStatus.WAITING, WaveStatus.PAUSED)
                .stream()
                .filter(wave -> wave.startedAt() != null)
                .sorted(Comparator.comparing(Wave::startedAt).reversed())
                .map(this::running)
                .filter(one -> !one.campaign().automatic())
                .toList();
    }

    private RunningWave running(Wave wave) {
        Campaign campaign = campaigns.get(wave.campaignId());
        return new RunningWave(campaign, wave, minutes.pace(wave).orElse(null));
    }
}
