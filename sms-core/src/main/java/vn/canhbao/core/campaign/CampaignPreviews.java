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
        Campaign campaign = campaigns.get(campaignId);
        return of(campaign.text(), campaign.textForm(), campaigns.audience(campaignId));
    }

    /** For a page: counted only as far as {@link BoundedAudiences} goes. */
    public CampaignPreview bounded(long campaignId) {
        Campaign campaign = campaigns.get(campaignId);
        AudienceSize size = audiences.size(campaigns.audience(campaignId));
        return new CampaignPreview(
                SmsText.of(campaign.text()),
                SmsText.of(Unaccented.of(campaign.text())),
                campaign.textForm(),
                size.people(),
                size.more());
    }

    public CampaignPreview of(String text, TextForm form, Audience audience) {
        return new CampaignPreview(
                SmsText.of(text), SmsText.of(Unaccented.of(text)), form, members.count(audience), false);
    }
}
