package vn.canhbao.console.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudiencePart;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.Escalation;
import vn.canhbao.core.campaign.Handling;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.templates.library.Template;

/**
 * The fields of the form for a new campaign.
 *
 * @param waves filled up to the rows that the form shows; with none given, one on approval
 * @param templateId the template whose text is sent, or {@code null}: the text
 * @param remindMinutes so long people have to acknowledge; {@code null}: nobody is reminded
 * @param spreadMinutes evenly over so long, or {@code null}: as fast as the links go
 */
record CampaignForm(
        String name,
        MessageClass messageClass,
        String text,
        TextForm textForm,
        String source,
        String senderId,
        List<Long> recipientListIds,
        List<Long> audienceIds,
        List<WaveForm> waves,
        Integer validityHours,
        Boolean urgent,
        Boolean exercise,
        Integer spreadMinutes,
        Long templateId,
        Integer remindMinutes,
        Integer reminders,
        Boolean tellHeads) {

    /** So many waves a form has room for; more go through REST. */
    private static final int WAVES = 3;

    static final CampaignForm EMPTY = new CampaignForm(
            "",
            MessageClass.CANH_BAO,
            "",
            TextForm.ACCENTED,
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            24,
            false,
            false,
            null,
            null,
            null,
            null,
            null);

    CampaignForm {
        recipientListIds = recipientListIds == null ? List.of() : List.copyOf(recipientListIds);
        audienceIds = audienceIds == null ? List.of() : List.copyOf(audienceIds);
        waves = Stream.concat(
                        waves == null || waves.isEmpty() ? Stream.of(WaveForm.NOW) : waves.stream(),
                        Stream.generate(() -> WaveForm.NONE))
                .limit(WAVES)
                .toList();
        textForm = textForm == null ? TextForm.ACCENTED : textForm;
        messageClass = messageClass == null ? MessageClass.CANH_BAO : messageClass;
        validityHours = validityHours == null ? 24 : validityHours;
        urgent = Boolean.TRUE.equals(urgent);
        exercise = Boolean.TRUE.equals(exercise);
    }

    /** The same for a template. */
    CampaignForm of(Template template) {
        return new CampaignForm(
                name.isEmpty() ? template.name() : name,
                template.messageClass(),
                text,
                textForm,
                source,
                senderId,
                recipientListIds,
                audienceIds,
                waves,
                validityHours,
                urgent,
                exercise,
                spreadMinutes,
                template.id(),
                remindMinutes,
                reminders,
                tellHeads);
    }

    /** @param values what is filled into the template, by name */
    CampaignDraft draft(Map<String, String> values) {
        return new CampaignDraft(
                        name,
                        messageClass,
                        templateId == null ? text : null,
                        templateId,
                        textForm,
                        source,
                        senderId,
                        new Audience(
                                recipientListIds,
                                List.of(),
                                audienceIds.stream().map(AudiencePart::saved).toList()),
                        IntStream.range(0, waves.size())
                                .filter(i -> waves.get(i).when() != WaveForm.When.NONE)
                                .mapToObj(i -> waves.get(i)
                                        .plan("waves[" + i + "].")
                                        .spreadOver(spreadMinutes == null ? null : Duration.ofMinutes(spreadMinutes)))
                                .toList(),
                        Duration.ofHours(validityHours),
                        UnansweredPolicy.KEEP,
                        new Handling(urgent, exercise, null),
                        values)
                .escalating(escalation());
    }

    private Escalation escalation() {
        return remindMinutes == null
                ? null
                : new Escalation(
                        Duration.ofMinutes(remindMinutes),
                        reminders == null ? 0 : reminders,
                        Boolean.TRUE.equals(tellHeads));
    }
}
