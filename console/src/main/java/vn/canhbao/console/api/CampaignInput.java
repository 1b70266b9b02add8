package vn.canhbao.console.api;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.Handling;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;

/**
 * The body of {@code POST /api/v1/campaigns}. What is left out: {@code messageClass CANH_BAO}, {@code textForm ACCENTED},
 * {@code validity PT24H}, {@code unansweredPolicy KEEP}, {@code urgent false}, {@code exercise false}.
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
        String senderId,
        List<WaveInput> waves,
        Duration validity,
        UnansweredPolicy unansweredPolicy,
        Boolean urgent,
        Boolean exercise) {

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
                new Audience(ids(recipientListIds), ids(unitIds)),
                IntStream.range(0, given.size())
                        .filter(index -> given.get(index) != null)
                        .mapToObj(index -> given.get(index).plan(index))
                        .toList(),
                Objects.requireNonNullElse(validity, Duration.ofHours(24)),
                Objects.requireNonNullElse(unansweredPolicy, UnansweredPolicy.KEEP),
                new Handling(Boolean.TRUE.equals(urgent), Boolean.TRUE.equals(exercise), null));
    }

    private static List<Long> ids(List<Long> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).distinct().toList();
    }
}
