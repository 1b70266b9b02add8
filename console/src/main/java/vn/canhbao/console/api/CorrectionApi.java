package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Correction;
import vn.canhbao.core.campaign.CorrectionDesk;

/** Drafts a correction of a campaign to those who may have received it. */
@RestController
class CorrectionApi {

    private final CorrectionDesk desk;
    private final CampaignReader reader;

    CorrectionApi(CorrectionDesk desk, CampaignReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    @PostMapping("/api/v1/campaigns/{id}/correction")
    ResponseEntity<CampaignView> draft(@PathVariable long id, @RequestBody Correction correction, Principal author) {
        Campaign campaign = desk.draft(id, correction, author.getName());
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + campaign.id()))
                .body(reader.view(campaign));
    }
}
