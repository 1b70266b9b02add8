package vn.canhbao.console.web;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.Handling;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.WavePlan;

/**
 * The fields of the form for a new campaign.
 *
 * @param at local time in Viet Nam, or {@code null}: on approval
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
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime at,
        Integer validityHours,
        Boolean urgent,
        Boolean exercise,
        Integer spreadMinutes) {

    static final CampaignForm EMPTY = new CampaignForm(
            "", MessageClass.CANH_BAO, "", TextForm.ACCENTED, "", "", List.of(), null, 24, false, false, null);

    CampaignForm {
        recipientListIds = recipientListIds == null ? List.of() : List.copyOf(recipientListIds);
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
                new Audience(recipientListIds, List.of()),
                List.of((at == null
                                ? WavePlan.now()
                                : WavePlan.at(
                                        at.atZone(ClockConfiguration.LOCAL).toInstant()))
                        .spreadOver(spreadMinutes == null ? null : Duration.ofMinutes(spreadMinutes))),
                Duration.ofHours(validityHours),
                UnansweredPolicy.KEEP,
                new Handling(urgent, exercise, null));
    }
}
