package vn.canhbao.core.campaign;

import org.springframework.stereotype.Component;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.core.text.Unaccented;

/** Makes previews of stored campaigns and of texts being written. */
@Component
public class CampaignPreviews {

    private final Campaigns campaigns;
    private final AudienceMembers members;

    CampaignPreviews(Campaigns campaigns, AudienceMembers members) {
        this.campaigns = campaigns;
        this.members = members;
    }

    public CampaignPreview of(long campaignId) {
        Campaign campaign = campaigns.get(campaignId);
        return of(campaign.text(), campaign.textForm(), campaigns.audience(campaignId));
    }

    public CampaignPreview of(String text, TextForm form, Audience audience) {
        return new CampaignPreview(SmsText.of(text), SmsText.of(Unaccented.of(text)), form, members.count(audience));
    }
}
