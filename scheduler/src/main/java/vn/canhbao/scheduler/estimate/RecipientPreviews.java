package vn.canhbao.scheduler.estimate;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.core.recipient.RecipientSearch;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.scheduler.prepare.AudienceWalk;
import vn.canhbao.scheduler.prepare.MessageMakers;

/** Makes the message of one recipient of a campaign, with the operator and everything that would keep it back. */
@Component
public class RecipientPreviews {

    private static final int CANDIDATES = 200;
    private static final String NO_WAVE = "không đợt nào gửi cho người này (no wave addresses this person)";

    private final Campaigns campaigns;
    private final Waves waves;
    private final AudienceMembers members;
    private final AudienceWalk walk;
    private final RecipientSearch search;
    private final MessageMakers makers;

    RecipientPreviews(
            Campaigns campaigns,
            Waves waves,
            AudienceMembers members,
            AudienceWalk walk,
            RecipientSearch search,
            MessageMakers makers) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.members = members;
        this.walk = walk;
        this.search = search;
        this.makers = makers;
    }

    /** {@link NotFound} where the recipient is not in the campaign's audience. */
    public RecipientPreview of(long campaignId, long recipientId) {
        Campaign campaign = campaigns.get(campaignId);
        return walk.member(campaigns.audience(campaignId), recipientId)
                .map(member -> preview(campaign, member))
                .orElseThrow(() -> new NotFound("Người nhận số " + recipientId
                        + " không thuộc chiến dịch này (recipient " + recipientId + " is not in this campaign)"));
    }

    /** The next recipient by id; empty after the last. */
    public Optional<RecipientPreview> after(long campaignId, long recipientId) {
        Campaign campaign = campaigns.get(campaignId);
        return walk.following(campaigns.audience(campaignId), recipientId).map(member -> preview(campaign, member));
    }

    /** The first recipient of the campaign with this number, or with this in the name. */
    public Optional<RecipientPreview> find(long campaignId, String words) {
        Campaign campaign = campaigns.get(campaignId);
        Audience audience = campaigns.audience(campaignId);
        return search.ids(words, CANDIDATES).stream()
                .flatMap(id -> walk.member(audience, id).stream())
                .findFirst()
                .map(member -> preview(campaign, member));
    }

    private RecipientPreview preview(Campaign campaign, Member member) {
        List<Wave> itsWaves = waves.ofCampaign(campaign.id());
        PreparedMessage message = makers.of(campaign, itsWaves.getFirst())
                .messages(List.of(member))
                .getFirst();
        boolean addressed = !new WaveShares(members, campaigns.audience(campaign.id()), itsWaves)
                .among(List.of(member))
                .getFirst()
                .surely()
                .isEmpty();
        return new RecipientPreview(
                member.recipientId(),
                member.msisdn(),
                member.fullName(),
                member.unit(),
                message.operatorCode(),
                SmsText.of(message.text()),
                !addressed ? NO_WAVE : message.status() == MessageStatus.SUPPRESSED ? message.detail() : null,
                message.status() == MessageStatus.FAILED ? message.detail() : null);
    }
}
