package vn.canhbao.console.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.canhbao.console.api.CampaignView;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudiencePart;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.Escalation;
import vn.canhbao.core.campaign.Handling;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.templates.library.Template;

/**
 * The fields of the form for a new campaign.
 *
 * @param waves filled up to the rows that the form shows; with none given, one on approval
 * @param templateId the template whose text is sent, or {@code null}: the text
 * @param remindMinutes so long people have to acknowledge; {@code null}: nobody is reminded
 * @param spreadMinutes of every wave that doesn't say otherwise; {@code null}: as fast as the links go
 */
record CampaignForm(
        String name,
        MessageClass messageClass,
        String text,
        TextForm textForm,
        String source,
        String senderId,
        List<Long> audienceIds,
        List<WaveForm> waves,
        BigDecimal validityHours,
        Boolean urgent,
        Boolean exercise,
        Integer spreadMinutes,
        Long templateId,
        UnansweredPolicy unansweredPolicy,
        Integer remindMinutes,
        Integer reminders,
        Boolean tellHeads) {

    /** So many waves a form has room for at least, and always one more than it has. */
    private static final int WAVES = 3;

    private static final int MOST_WAVES = 20;
    private static final BigDecimal USUAL_VALIDITY = BigDecimal.valueOf(24);

    static final CampaignForm EMPTY = new CampaignForm(
            "", null, "", null, "", "", null, null, null, null, null, null, null, null, null, null, null);

    CampaignForm {
        name = name == null ? "" : name;
        text = text == null ? "" : text;
        source = source == null ? "" : source;
        senderId = senderId == null ? "" : senderId;
        audienceIds = audienceIds == null
                ? List.of()
                : audienceIds.stream().filter(Objects::nonNull).toList();
        waves = rows(waves == null ? List.of() : waves);
        textForm = textForm == null ? TextForm.ACCENTED : textForm;
        messageClass = messageClass == null ? MessageClass.CANH_BAO : messageClass;
        validityHours = validityHours == null ? USUAL_VALIDITY : validityHours;
        urgent = Boolean.TRUE.equals(urgent);
        exercise = Boolean.TRUE.equals(exercise);
        unansweredPolicy = unansweredPolicy == null ? UnansweredPolicy.KEEP : unansweredPolicy;
    }

    private static List<WaveForm> rows(List<WaveForm> given) {
        int used = (int) given.stream()
                .filter(wave -> wave != null && wave.when() != WaveForm.When.NONE)
                .count();
        return Stream.concat(
                        used == 0
                                ? Stream.of(WaveForm.NOW)
                                : given.stream().map(wave -> wave == null ? WaveForm.NONE : wave),
                        Stream.generate(() -> WaveForm.NONE))
                .limit(Math.max(given.size(), Math.min(MOST_WAVES, Math.max(WAVES, used + 1))))
                .toList();
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
                audienceIds,
                waves,
                validityHours,
                urgent,
                exercise,
                spreadMinutes,
                template.id(),
                unansweredPolicy,
                remindMinutes,
                reminders,
                tellHeads);
    }

    /** Filled with what a draft is now. */
    static CampaignForm of(CampaignView campaign) {
        Escalation escalation = campaign.escalation();
        return new CampaignForm(
                campaign.name(),
                campaign.messageClass(),
                campaign.templateId() == null ? campaign.text() : "",
                campaign.textForm(),
                campaign.source(),
                campaign.senderId(),
                campaign.audiences().stream()
                        .map(AudiencePart::audienceId)
                        .filter(Objects::nonNull)
                        .toList(),
                // Reminders come from the escalation.
                campaign.waves().stream()
                        .filter(wave -> !wave.narrowing().equals(Narrowing.toReminded()))
                        .map(WaveForm::of)
                        .toList(),
                WaveForm.hours(campaign.validity()),
                campaign.urgent(),
                campaign.exercise(),
                null,
                campaign.templateId(),
                campaign.unansweredPolicy(),
                escalation == null ? null : (int) escalation.after().toMinutes(),
                escalation == null ? null : escalation.reminders(),
                escalation == null ? null : escalation.tellHeads());
    }

    /** Whom it addresses, the saved audiences among them not yet copied. */
    Audience audience(AudienceForm who) {
        List<AudiencePart> saved = audienceIds.stream().map(AudiencePart::saved).toList();
        return who.isDefinition()
                ? new Audience(
                        List.of(),
                        List.of(),
                        Stream.concat(Stream.of(AudiencePart.of(who.definition())), saved.stream())
                                .toList())
                : new Audience(who.recipientListIds(), who.unitIds(), saved);
    }

    /** @param other what a wave's {@code OTHER} stands for, by its place from 0 */
    List<WavePlan> plans(IntFunction<Narrowing> other) {
        return IntStream.range(0, waves.size())
                .filter(i -> waves.get(i).when() != WaveForm.When.NONE)
                .mapToObj(i ->
                        waves.get(i).plan("waves[" + i + "].", other.apply(i)).spreadOver(spread(waves.get(i))))
                .toList();
    }

    private Duration spread(WaveForm wave) {
        Integer minutes = wave.spreadMinutes() == null ? spreadMinutes : wave.spreadMinutes();
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    Duration validity() {
        return WaveForm.duration(validityHours);
    }

    /**
     * As a draft.
     *
     * @param values what is filled into the template, by name
     */
    CampaignDraft draft(AudienceForm who, Map<String, String> values, IntFunction<Narrowing> other) {
        return new CampaignDraft(
                        name,
                        messageClass,
                        templateId == null ? text : null,
                        templateId,
                        textForm,
                        source,
                        senderId,
                        audience(who),
                        plans(other),
                        validity(),
                        unansweredPolicy)
                .treatedAs(new Handling(urgent, exercise, null))
                .filledWith(templateId == null ? Map.of() : values)
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
