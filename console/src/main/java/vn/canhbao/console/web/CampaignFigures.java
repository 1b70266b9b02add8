package vn.canhbao.console.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.canhbao.console.api.CampaignReader;
import vn.canhbao.console.api.CampaignReports;
import vn.canhbao.console.api.CampaignView;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.campaign.CampaignPreview;
import vn.canhbao.core.campaign.CampaignPreviews;
import vn.canhbao.core.campaign.Retries;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.Remembered;
import vn.canhbao.core.message.OperatorTally;
import vn.canhbao.core.message.TallyReader;
import vn.canhbao.core.progress.WaveMinutes;
import vn.canhbao.core.progress.WavePace;

/** A campaign's figures as its page shows them, found so that the page is quick however many messages there are. */
@Component
class CampaignFigures {

    private final CampaignReader reader;
    private final CampaignReports reports;
    private final Waves waves;
    private final WaveMinutes minutes;
    private final Retries retries;
    private final Remembered<List<OperatorTally>> tallies;
    private final CampaignPreviews previews;
    private final Remembered<Long> people;

    CampaignFigures(
            CampaignReader reader,
            CampaignReports reports,
            Waves waves,
            WaveMinutes minutes,
            Retries retries,
            TallyReader tallies,
            CampaignPreviews previews,
            Clock clock) {
        this.reader = reader;
        this.reports = reports;
        this.waves = waves;
        this.minutes = minutes;
        this.retries = retries;
        this.tallies = new Remembered<>(tallies::byOperator, clock);
        this.previews = previews;
        this.people = new Remembered<>(previews::people, clock);
    }

    /** Its text as sent, and how many people it addresses. */
    CampaignPreview preview(long id) {
        // A draft's text changes; only the count is dear.
        return previews.of(id, people.get(id).value());
    }

    /** The campaign, its report and how far its waves are, into the model. */
    CampaignView fill(long id, Model model) {
        Remembered.Answer<List<OperatorTally>> figures = tallies.get(id);
        CampaignView campaign = reader.view(id, CampaignReports.total(figures.value()));
        model.addAttribute("campaign", campaign);
        model.addAttribute("report", reports.of(campaign, figures.value()));
        model.addAttribute("countedAt", figures.at().atZone(ClockConfiguration.LOCAL));
        model.addAttribute("paces", paces(id));
        model.addAttribute(
                "retries",
                retries.ofCampaign(id).stream().collect(Collectors.toMap(Retries.Retry::waveId, retry -> retry)));
        return campaign;
    }

    private Map<Long, WavePace> paces(long id) {
        Map<Long, WavePace> paces = new HashMap<>();
        waves.ofCampaign(id).stream()
                .filter(wave -> wave.startedAt() != null && wave.finishedAt() == null)
                .forEach(wave -> minutes.pace(wave).ifPresent(pace -> paces.put(wave.id(), pace)));
        return paces;
    }
}
