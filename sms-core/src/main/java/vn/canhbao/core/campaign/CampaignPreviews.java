package vn.canhbao.core.campaign;

import org.springframework.stereotype.Component;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;

/** Makes previews of stored campaigns and of texts being written. */
@Component
public class CampaignPreviews {

    private final Campaigns campaigns;
    private final AudienceMembers members;
    private final BoundedAudiences audiences;

    CampaignPreviews(Campaigns campaigns, AudienceMembers members, BoundedAudiences audiences) {
        this.campaigns = campaigns;
        this.members = members;
        this.audiences = audiences;
    }

    public CampaignPreview of(long campaignId) {
        return of(campaignId, people(campaignId));
    }

    /** How many it addresses. */
    public long people(long campaignId) {
        return members.count(campaigns.audience(campaignId));
    }

    /** With a count that is known already. */
    public CampaignPreview of(long campaignId, long people) {
        return of(campaigns.get(campaignId), new AudienceSize(people, false));
    }

    /** For a page: counted only as far as {@link BoundedAudiences} goes. */
    public CampaignPreview bounded(long campaignId) {
        return of(campaigns.get(campaignId), audiences.size(campaigns.audience(campaignId)));
    }

    private static CampaignPreview of(Campaign campaign, AudienceSize size) {
        return new CampaignPreview(
                SmsText.of(campaign.text()),
                SmsText.of(Unaccented.of(campaign.text())),
                campaign.textForm(),
                size.people(),
                size.more());
    }
}
