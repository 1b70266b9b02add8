package vn.canhbao.core.campaign;

import java.time.Duration;
import java.util.List;

/**
 * What an author writes.
 *
 * @param text the text, or {@code null} with a template
 * @param templateId a template, or {@code null} with a text
 * @param source official source: document number, date and agency, or official address; required
 * @param senderId alphanumeric sender id (brandname), at most 11 characters
 * @param validity how long a message may wait for its recipient
 */
public record CampaignDraft(
        String name,
        MessageClass messageClass,
        String text,
        Long templateId,
        TextForm textForm,
        String source,
        String senderId,
        Audience audience,
        List<WavePlan> waves,
        Duration validity,
        UnansweredPolicy unansweredPolicy,
        Handling handling) {

    /** One that is treated as usual. */
    public CampaignDraft(
            String name,
            MessageClass messageClass,
            String text,
            Long templateId,
            TextForm textForm,
            String source,
            String senderId,
            Audience audience,
            List<WavePlan> waves,
            Duration validity,
            UnansweredPolicy unansweredPolicy) {
        this(
                name,
                messageClass,
                text,
                templateId,
                textForm,
                source,
                senderId,
                audience,
                waves,
                validity,
                unansweredPolicy,
                Handling.USUAL);
    }

    CampaignDraft withAudience(Audience other) {
        return new CampaignDraft(
                name,
                messageClass,
                text,
                templateId,
                textForm,
                source,
                senderId,
                other,
                waves,
                validity,
                unansweredPolicy,
                handling);
    }
}
