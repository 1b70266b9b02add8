package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignRevisions;
import vn.canhbao.core.campaign.Campaigns;

/** Campaigns and the commands of authors and approvers. */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignApi {

    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final CampaignReader reader;
    private final CampaignRevisions revisions;

    CampaignApi(CampaignDesk desk, CampaignRevisions revisions, Campaigns campaigns, CampaignReader reader) {
        this.desk = desk;
        this.revisions = revisions;
        this.campaigns = campaigns;
        this.reader = reader;
    }

    @GetMapping
    Page<CampaignView.Line> list(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        List<Campaign> found = campaigns.page(before, limit + 1);
        return Page.of(
                found,
                limit,
                CampaignView.Line::of,
                last -> "/api/v1/campaigns?before=" + last.id() + "&limit=" + limit);
    }

    @GetMapping("/{id}")
    CampaignView one(@PathVariable long id) {
        return reader.view(id);
    }

    @PostMapping
    ResponseEntity<CampaignView> draft(@RequestBody CampaignInput input, Principal author) {
        Campaign campaign = desk.draft(input.draft(), author.getName());
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + campaign.id()))
                .body(reader.view(campaign));
    }

    /** Everything of a draft or a rejected campaign anew. */
    @PutMapping("/{id}")
    CampaignView revise(@PathVariable long id, @RequestBody CampaignInput input, Principal author) {
        return reader.view(revisions.revise(id, input.draft(), author.getName()));
    }

    @PostMapping("/{id}/submit")
    CampaignView submit(@PathVariable long id, Principal author) {
        return reader.view(desk.submit(id, author.getName()));
    }

    @PostMapping("/{id}/approve")
    CampaignView approve(
            @PathVariable long id, @RequestBody(required = false) OverrideInput.Approval approval, Principal approver) {
        return reader.view(desk.approve(id, approver.getName(), OverrideInput.Approval.override(approval)));
    }

    @PostMapping("/{id}/reject")
    CampaignView reject(@PathVariable long id, @RequestBody Reason reason, Principal approver) {
        return reader.view(desk.reject(id, approver.getName(), reason.reason()));
    }

    @PostMapping("/{id}/pause")
    CampaignView pause(@PathVariable long id, Principal actor) {
        return reader.view(desk.pause(id, actor.getName()));
    }

    @PostMapping("/{id}/resume")
    CampaignView resume(@PathVariable long id, Principal actor) {
        return reader.view(desk.resume(id, actor.getName()));
    }

    @PostMapping("/{id}/cancel")
    CampaignView cancel(@PathVariable long id, Principal actor) {
        return reader.view(desk.cancel(id, actor.getName()));
    }

    /** Why a campaign is rejected: {@code {"reason":"…"}}. */
    record Reason(String reason) {}
}
