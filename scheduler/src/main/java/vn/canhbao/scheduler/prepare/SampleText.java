package vn.canhbao.scheduler.prepare;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.text.SmsText;

/** A campaign's text as its first recipient would get it: a test send is as long as what is sent later. */
@Component
public class SampleText {

    private final Campaigns campaigns;
    private final AudienceMembers members;
    private final PrepareSettings settings;

    SampleText(Campaigns campaigns, AudienceMembers members, PrepareSettings settings) {
        this.campaigns = campaigns;
        this.members = members;
        this.settings = settings;
    }

    public SmsText of(Campaign campaign) {
        List<Member> first = members.page(campaigns.audience(campaign.id()), 0, Long.MAX_VALUE, 1);
        Member sample = first.isEmpty() ? new Member(0, "", "", null, null) : first.getFirst();
        return new PersonalText(campaign.text(), campaign.textForm(), settings.maxSegments())
                .of(sample)
                .sms();
    }
}
