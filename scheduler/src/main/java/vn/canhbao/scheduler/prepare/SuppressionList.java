package vn.canhbao.scheduler.prepare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.recipient.Suppressions;

/** Numbers that refused, are wrong, or were taken out under the data-protection law. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SuppressionList implements Exclusion {

    private final Suppressions suppressions;

    SuppressionList(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public Map<String, String> among(Campaign campaign, Wave wave, List<Member> members) {
        Map<String, String> excluded = new HashMap<>();
        suppressions
                .among(members.stream().map(Member::msisdn).toList())
                .forEach((msisdn, reason) -> excluded.put(msisdn, "suppressed: " + reason));
        return excluded;
    }
}
