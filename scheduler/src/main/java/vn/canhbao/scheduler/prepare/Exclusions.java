package vn.canhbao.scheduler.prepare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Wave;

/** All exclusions, asked in their order: the first reason stands. */
@Component
class Exclusions {

    private final List<Exclusion> all;

    Exclusions(List<Exclusion> all) {
        this.all = List.copyOf(all);
    }

    /** The excluded numbers of a block, each with its reason. */
    Map<String, String> among(Campaign campaign, Wave wave, List<Member> members) {
        Map<String, String> excluded = new HashMap<>();
        for (Exclusion exclusion : all) {
            exclusion.among(campaign, wave, members).forEach(excluded::putIfAbsent);
        }
        return excluded;
    }
}
