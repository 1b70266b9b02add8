package vn.canhbao.console.api;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.message.Tallies;

/**
 * A campaign with its waves and figures.
 *
 * @param clean for a finished campaign: whether everybody was reached; {@code null} before
 * @param override what the approver set aside, or {@code null}
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
        Duration validity,
        UnansweredPolicy unansweredPolicy,
        String createdBy,
        OffsetDateTime createdAt,
        String submittedBy,
        OffsetDateTime submittedAt,
        OffsetDateTime finishedAt,
        String pauseReason,
        OverrideView override) {

    /** A campaign in a list: without waves and figures. */
    public record Line(
            long id,
            String name,
            CampaignStatus status,
            MessageClass messageClass,
            String createdBy,
            OffsetDateTime createdAt,
            OffsetDateTime finishedAt) {

        public static Line of(Campaign campaign) {
            return new Line(
                    campaign.id(),
                    campaign.name(),
                    campaign.status(),
                    campaign.messageClass(),
                    campaign.createdBy(),
                    LocalTimes.of(campaign.createdAt()),
                    LocalTimes.of(campaign.finishedAt()));
        }
    }
}
