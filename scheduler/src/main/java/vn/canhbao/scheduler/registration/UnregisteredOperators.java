package vn.canhbao.scheduler.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.scheduler.prepare.Exclusion;
import vn.canhbao.templates.registration.RegistrationCheck;

/**
 * Excludes people whose operator demands a registration that is not there: submission and approval refuse such campaigns,
 * so these are registrations that ended, and numbers that changed, since.
 */
@Component
class UnregisteredOperators implements Exclusion {

    private static final int LONGEST_REASON = 200;

    private final RegistrationCheck registrations;
    private final Operators operators;

    UnregisteredOperators(RegistrationCheck registrations, Operators operators) {
        this.registrations = registrations;
        this.operators = operators;
    }

    @Override
    public Map<String, String> among(Campaign campaign, Wave wave, List<Member> members) {
        Map<String, String> missing = registrations.missing(campaign);
        Map<String, String> excluded = new HashMap<>();
        if (!missing.isEmpty()) {
            operators.of(members.stream().map(Member::msisdn).toList()).forEach((msisdn, operator) -> {
                String reason = missing.get(operator);
                if (reason != null) {
                    excluded.put(msisdn, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
                }
            });
        }
        return excluded;
    }
}
