package vn.canhbao.console.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudiencePart;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.Handling;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;

/**
 * The body of {@code POST /api/v1/campaigns}. What is left out: {@code messageClass CANH_BAO}, {@code textForm ACCENTED},
 * {@code validity PT24H}, {@code unansweredPolicy KEEP}, {@code urgent false}, {@code exercise false}. {@code values}
 * are what the author fills into the placeholders of the template; without {@code escalation} nobody is reminded.
 */
record CampaignInput(
        String name,
        MessageClass messageClass,
        String text,
        Long templateId,
        TextForm textForm,
        String source,
        List<Long> recipientListIds,
        List<Long> unitIds,
        List<Long> audienceIds,
        AudienceInput audience,
        String senderId,
        List<WaveInput> waves,
        Duration validity,
        UnansweredPolicy unansweredPolicy,
        Boolean urgent,
        Boolean exercise,
        Map<String, String> values,
        EscalationInput escalation) {

    CampaignDraft draft() {
        List<WaveInput> given = waves == null ? List.of() : waves;
        return new CampaignDraft(
                        name,
                        Objects.requireNonNullElse(messageClass, MessageClass.CANH_BAO),
                        text,
                        templateId,
                        Objects.requireNonNullElse(textForm, TextForm.ACCENTED),
                        source,
                        senderId,
                        new Audience(ids(recipientListIds), ids(unitIds), parts()),
                        IntStream.range(0, given.size())
                                .filter(index -> given.get(index) != null)
                                .mapToObj(index -> given.get(index).plan(index))
                                .toList(),
                        Objects.requireNonNullElse(validity, Duration.ofHours(24)),
                        Objects.requireNonNullElse(unansweredPolicy, UnansweredPolicy.KEEP))
                .treatedAs(new Handling(Boolean.TRUE.equals(urgent), Boolean.TRUE.equals(exercise), null))
                .filledWith(given(values))
                .escalating(escalation == null ? null : escalation.escalation());
    }

    private static Map<String, String> given(Map<String, String> values) {
        return values == null
                ? Map.of()
                : values.entrySet().stream()
                        .filter(value -> value.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<AudiencePart> parts() {
        Stream<AudiencePart> own =
                Stream.ofNullable(audience).map(AudienceInput::definition).map(AudiencePart::of);
        return Stream.concat(own, ids(audienceIds).stream().map(AudiencePart::saved))
                .toList();
    }

    private static List<Long> ids(List<Long> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).distinct().toList();
    }
}
