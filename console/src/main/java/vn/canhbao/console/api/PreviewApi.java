package vn.canhbao.console.api;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignPreview;
import vn.canhbao.core.campaign.CampaignPreviews;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.core.text.SmsText;
import vn.canhbao.templates.library.TemplatedTexts;
import vn.canhbao.templates.lint.Finding;

/** What a campaign would send, before it is approved. */
@RestController
class PreviewApi {

    private final CampaignPreviews previews;
    private final Campaigns campaigns;
    private final TemplatedTexts texts;

    PreviewApi(CampaignPreviews previews, Campaigns campaigns, TemplatedTexts texts) {
        this.previews = previews;
        this.campaigns = campaigns;
        this.texts = texts;
    }

    @PostMapping("/api/v1/campaigns/{id}/preview")
    Preview of(@PathVariable long id) {
        Campaign campaign = campaigns.get(id);
        return Preview.of(previews.of(id), texts.findings(campaign.text(), campaign.textForm(), campaign.senderId()));
    }

    /**
     * The text as it is sent, and both forms of it.
     *
     * @param recipients people, each counted once; suppressed ones still among them
     * @param segments per person
     * @param findings what the linter says of the text
     */
    record Preview(
            long recipients,
            TextForm textForm,
            String text,
            SmsEncoding encoding,
            int units,
            int segments,
            Form accented,
            Form unaccented,
            List<Finding> findings) {

        static Preview of(CampaignPreview preview, List<Finding> findings) {
            Form sent = Form.of(preview.sent());
            return new Preview(
                    preview.audienceSize(),
                    preview.textForm(),
                    sent.text(),
                    sent.encoding(),
                    sent.units(),
                    sent.segments(),
                    Form.of(preview.accented()),
                    Form.of(preview.unaccented()),
                    findings);
        }
    }

    /** One form of the text and what it takes. */
    record Form(String text, SmsEncoding encoding, int units, int segments) {

        static Form of(SmsText text) {
            return new Form(
                    text.text(), text.encoding(), text.units(), text.segments().size());
        }
    }
}
