package vn.canhbao.scheduler.prepare;

import java.util.List;
import java.util.Map;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Wave;

/**
 * Who gets no message although the audience names them. Every bean of this type is asked for each block of recipients
 * ({@code @Order} decides whose reason stands where several exclude a number); their messages are written SUPPRESSED with
 * the reason, so that the totals add up.
 */
public interface Exclusion {

    /**
     * The excluded numbers of a block, each with its reason in one line of at most 200 characters. Asked from several
     * threads at once, in the transaction of the block, and again where a block is prepared again.
     *
     * @param wave the wave being prepared; in an estimate one that has not begun: its times are {@code null}
     */
    Map<String, String> among(Campaign campaign, Wave wave, List<Member> members);
}
