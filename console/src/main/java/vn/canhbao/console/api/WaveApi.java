package vn.canhbao.console.api;

import java.security.Principal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveChangeDesk;

/** Changes of a wave that has not begun: proposed by an author, decided by an approver. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}/waves/{waveId}")
class WaveApi {

    private final WaveChangeDesk desk;
    private final Campaigns campaigns;
    private final WaveReader reader;

    WaveApi(WaveChangeDesk desk, Campaigns campaigns, WaveReader reader) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.reader = reader;
    }

    /** The body is a wave as in a draft and replaces the whole plan. */
    @PatchMapping
    WaveView change(@PathVariable long id, @PathVariable long waveId, @RequestBody WaveInput input, Principal author) {
        campaigns.get(id);
        return view(id, desk.change(id, waveId, input.plan("at", "narrowing"), author.getName()));
    }

    @PostMapping("/change/approve")
    WaveView approve(@PathVariable long id, @PathVariable long waveId, Principal approver) {
        return view(id, desk.approveChange(id, waveId, approver.getName()));
    }

    @PostMapping("/change/reject")
    WaveView reject(
            @PathVariable long id,
            @PathVariable long waveId,
            @RequestBody CampaignApi.Reason reason,
            Principal approver) {
        return view(id, desk.rejectChange(id, waveId, approver.getName(), reason.reason()));
    }

    private WaveView view(long campaignId, Wave wave) {
        return reader.view(campaigns.get(campaignId), wave);
    }
}
