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

    /** One without escalation. */
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
            UnansweredPolicy unansweredPolicy,
            Handling handling,
            Map<String, String> values) {
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
                handling,
                values,
                null);
    }

    /** One without values. */
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
            UnansweredPolicy unansweredPolicy,
            Handling handling) {
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
                handling,
                Map.of());
    }

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

    /** The same to those who may have received another campaign. */
    CampaignDraft correcting(long corrected) {
        return new CampaignDraft(
                name,
                messageClass,
                text,
                templateId,
                textForm,
                source,
                senderId,
                Audience.whoMayHaveReceived(corrected),
                waves,
                validity,
                unansweredPolicy,
                new Handling(handling.urgent(), handling.exercise(), corrected),
                values,
                escalation);
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
                handling,
                values,
                escalation);
    }

    /** The same, with what follows where people don't acknowledge. */
    public CampaignDraft escalating(Escalation next) {
        return new CampaignDraft(
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
                handling,
                values,
                next);
    }
}
