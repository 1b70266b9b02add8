package vn.canhbao.core.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an author writes.
 *
 * @param text the text, or {@code null} with a template
 * @param templateId a template, or {@code null} with a text
 * @param source official source: document number, date and agency, or official address; required
 * @param senderId alphanumeric sender id (brandname), at most 11 characters
 * @param validity how long a message may wait for its recipient
 * @param values what the author fills into the template's placeholders, by name
 * @param escalation what follows where people don't acknowledge, or {@code null}
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
        Handling handling,
        Map<String, String> values,
        Escalation escalation) {

    public CampaignDraft {
        values = values == null ? Map.of() : Map.copyOf(values);
    }

    /** One that is treated as usual, fills nothing in and reminds nobody. */
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
                Handling.USUAL,
                Map.of(),
                null);
    }

    public CampaignDraft treatedAs(Handling other) {
        return with(audience, other, values, escalation);
    }

    public CampaignDraft filledWith(Map<String, String> others) {
        return with(audience, handling, others, escalation);
    }

    /** The same, with what follows where people don't acknowledge. */
    public CampaignDraft escalating(Escalation next) {
        return with(audience, handling, values, next);
    }

    /** The same to those who may have received another campaign. */
    CampaignDraft correcting(long corrected) {
        return with(
                Audience.whoMayHaveReceived(corrected),
                new Handling(handling.urgent(), handling.exercise(), corrected),
                values,
                escalation);
    }

    CampaignDraft withAudience(Audience other) {
        return with(other, handling, values, escalation);
    }

    private CampaignDraft with(Audience to, Handling treated, Map<String, String> filled, Escalation next) {
        return new CampaignDraft(
                name,
                messageClass,
                text,
                templateId,
                textForm,
                source,
                senderId,
                to,
                waves,
                validity,
                unansweredPolicy,
                treated,
                filled,
                next);
    }
}
