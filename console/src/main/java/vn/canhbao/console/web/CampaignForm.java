package vn.canhbao.console.web;

import java.time.Duration;
import java.util.List;
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
 * The fields of the form for a new campaign.
 *
 * @param waves filled up to the rows that the form shows; with none given, one on approval
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
        Integer spreadMinutes) {

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

    CampaignDraft draft() {
        return new CampaignDraft(
                name,
                messageClass,
                text,
                null,
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
                new Handling(urgent, exercise, null));
    }
}
