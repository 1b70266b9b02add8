package vn.canhbao.console.web.home;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.PlannedWaves;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.progress.NotReached;
import vn.canhbao.core.progress.WaveMinutes;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;

/** What waits for somebody, by their roles; the most urgent first. */
@Component
class Needs {

    private static final Duration RECENT = Duration.ofDays(7);
    private static final int MOST_OF_A_KIND = 10;

    private final Campaigns campaigns;
    private final PlannedWaves planned;
    private final WaveMinutes minutes;
    private final Links links;
    private final Clock clock;

    Needs(Campaigns campaigns, PlannedWaves planned, WaveMinutes minutes, Links links, Clock clock) {
        this.campaigns = campaigns;
        this.planned = planned;
        this.minutes = minutes;
        this.links = links;
        this.clock = clock;
    }

    List<Need> of(String person, Set<Role> roles) {
        List<Need> needs = new ArrayList<>();
        if (roles.contains(Role.ADMIN)) {
            links.all().forEach(link -> ofLink(link, needs));
        }
        if (!Collections.disjoint(roles, Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMIN))) {
            paused(needs);
        }
        if (roles.contains(Role.APPROVER)) {
            toApprove(person, needs);
        }
        if (!Collections.disjoint(roles, Set.of(Role.AUTHOR, Role.ADMIN))) {
            rejected(person, needs);
        }
        if (!Collections.disjoint(roles, Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMIN))) {
            notReached(needs);
        }
        return needs;
    }

    private static void ofLink(LinkState link, List<Need> needs) {
        boolean down = link.state() != BindState.BOUND && link.state() != BindState.STANDBY;
        if (down && link.running().desired() == DesiredState.RUNNING) {
            needs.add(Need.trouble("need.link", "/links", link.name(), Objects.toString(link.lastError(), "")));
        }
        if (link.receipts().orphaned() > 0) {
            needs.add(Need.of(
                    "need.orphans", "/links", link.name(), link.receipts().orphaned()));
        }
        if (link.receiptIds().proposal() != null) {
            needs.add(Need.of("need.proposal", "/links", link.name()));
        }
    }

    private void paused(List<Need> needs) {
        campaigns.withStatus(CampaignStatus.PAUSED).stream()
                .filter(campaign -> campaign.pauseReason() != null)
                .limit(MOST_OF_A_KIND)
                .forEach(campaign -> needs.add(
                        Need.trouble("need.paused", page(campaign.id()), campaign.name(), campaign.pauseReason())));
    }

    private void toApprove(String person, List<Need> needs) {
        List<Campaign> waiting = campaigns.withStatus(CampaignStatus.SUBMITTED).stream()
                .filter(campaign -> !isMine(campaign, person))
                .toList();
        waiting.stream()
                .limit(MOST_OF_A_KIND)
                .forEach(campaign -> needs.add(Need.of(
                        "need.approve", page(campaign.id()) + "/approve", campaign.name(), campaign.submittedBy())));
        if (waiting.size() > MOST_OF_A_KIND) {
            needs.add(Need.of("need.approve.more", "/campaigns", waiting.size() - MOST_OF_A_KIND));
        }
        planned.withChangesToApprove().stream()
                .map(campaigns::get)
                .filter(campaign -> !isMine(campaign, person))
                .limit(MOST_OF_A_KIND)
                .forEach(campaign -> needs.add(Need.of("need.change", page(campaign.id()), campaign.name())));
    }

    // Who wrote or submitted it may not decide on it.
    private static boolean isMine(Campaign campaign, String person) {
        return person.equals(campaign.createdBy()) || person.equals(campaign.submittedBy());
    }

    private void rejected(String person, List<Need> needs) {
        campaigns.withStatus(CampaignStatus.REJECTED).stream()
                .filter(campaign -> isMine(campaign, person))
                .limit(MOST_OF_A_KIND)
                .forEach(campaign -> needs.add(Need.of("need.rejected", page(campaign.id()), campaign.name())));
    }

    private void notReached(List<Need> needs) {
        for (NotReached one : minutes.notReached(clock.instant().minus(RECENT), MOST_OF_A_KIND)) {
            String messages = page(one.campaignId()) + "/messages";
            if (one.failed() > 0) {
                needs.add(Need.trouble("need.failed", messages + "?status=FAILED", one.name(), one.failed()));
            }
            if (one.unclear() > 0) {
                needs.add(Need.of("need.unclear", messages, one.name(), one.unclear()));
            }
        }
    }

    private static String page(long campaign) {
        return "/campaigns/" + campaign;
    }
}
