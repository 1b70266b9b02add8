package vn.canhbao.console.api;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.core.campaign.AudiencePart;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Escalation;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.message.Tallies;

/**
 * A campaign with its waves and figures.
 *
 * @param clean for a finished campaign: whether everybody was reached; {@code null} before
 * @param override what the approver set aside, or {@code null}
 * @param audiences what it addresses beside lists and units: saved audiences as they were when it was drafted, or its own
 * @param urgent its messages go before those of campaigns that are not
 * @param exercise "diễn tập": it can never reach a public link
 * @param correctsId the campaign that it corrects, or {@code null}
 * @param correctedBy campaigns that correct it
 * @param escalation what follows where people don't acknowledge, or {@code null}
 * @param acknowledged messages that their recipients acknowledged by SMS; beside the tallies, not part of them
 */
public record CampaignView(
        long id,
        String name,
        CampaignStatus status,
        List<WaveView> waves,
        Boolean clean,
        Tallies tallies,
        long acknowledged,
        MessageClass messageClass,
        String text,
        TextForm textForm,
        Long templateId,
        String source,
        String senderId,
        List<Long> recipientListIds,
        List<Long> unitIds,
        List<AudiencePart> audiences,
        Duration validity,
        UnansweredPolicy unansweredPolicy,
        String createdBy,
        OffsetDateTime createdAt,
        String submittedBy,
        OffsetDateTime submittedAt,
        OffsetDateTime finishedAt,
        String pauseReason,
        boolean urgent,
        boolean exercise,
        Long correctsId,
        List<Long> correctedBy,
        OverrideView override,
        Escalation escalation) {

    /** A campaign in a list: without waves and figures. */
    public record Line(
            long id,
            String name,
            CampaignStatus status,
            MessageClass messageClass,
            String createdBy,
            OffsetDateTime createdAt,
            OffsetDateTime finishedAt,
            boolean urgent,
            boolean exercise) {

        public static Line of(Campaign campaign) {
            return new Line(
                    campaign.id(),
                    campaign.name(),
                    campaign.status(),
                    campaign.messageClass(),
                    campaign.createdBy(),
                    LocalTimes.of(campaign.createdAt()),
                    LocalTimes.of(campaign.finishedAt()),
                    campaign.handling().urgent(),
                    campaign.handling().exercise());
        }
    }
}
