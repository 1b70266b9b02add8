package vn.canhbao.console.api;

import java.security.Principal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.campaign.WaveDesk;

/** Pause, resumption and cancellation of one wave; each answers with the campaign as it is then. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}/waves/{waveId}")
class WaveControlApi {

    private final WaveDesk desk;
    private final CampaignReader reader;

    WaveControlApi(WaveDesk desk, CampaignReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    @PostMapping("/pause")
    CampaignView pause(@PathVariable long id, @PathVariable long waveId, Principal actor) {
        desk.pause(id, waveId, actor.getName());
        return reader.view(id);
    }

    @PostMapping("/resume")
    CampaignView resume(@PathVariable long id, @PathVariable long waveId, Principal actor) {
        desk.resume(id, waveId, actor.getName());
        return reader.view(id);
    }

    @PostMapping("/cancel")
    CampaignView cancel(@PathVariable long id, @PathVariable long waveId, Principal actor) {
        desk.cancel(id, waveId, actor.getName());
        return reader.view(id);
    }
}
