package vn.canhbao.scheduler.prepare;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.text.SmsText;

/** A text as somebody of its audience would get it: a test send, and what an author sees, are as long as what is sent. */
@Component
public class SampleText {

    private static final Member NOBODY = new Member(0, "", "", null, null);

    private final Campaigns campaigns;
    private final AudienceWalk walk;
    private final PrepareSettings settings;

    SampleText(Campaigns campaigns, AudienceWalk walk, PrepareSettings settings) {
        this.campaigns = campaigns;
        this.walk = walk;
        this.settings = settings;
    }

    /** As the campaign's first recipient would get it. */
    public SmsText of(Campaign campaign) {
        Member first = walk.following(campaigns.audience(campaign.id()), 0).orElse(NOBODY);
        return made(campaign.text(), campaign.textForm(), first).sms();
    }

    /**
     * A text made for a person.
     *
     * @param problem why it can't be sent to that person, or {@code null}
     */
    public record Sample(Member member, SmsText sms, String problem) {}

    /** Whom to show it for: the first one over this recipient id; empty where there is none. */
    public Optional<Member> person(Audience audience, long after) {
        return walk.following(audience, after);
    }

    /** As this person would get it. */
    public Sample sample(String text, TextForm form, Member member) {
        PersonalText.Made made = made(text, form, member);
        return new Sample(member, made.sms(), made.problem());
    }

    private PersonalText.Made made(String text, TextForm form, Member member) {
        return new PersonalText(text, form, settings.maxSegments()).of(member);
    }
}
