package vn.canhbao.console.api;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.message.Tallies;

/**
 * A campaign with its waves and figures.
 *
 * @param clean for a finished campaign: whether everybody was reached; {@code null} before
 * @param urgent its messages go before those of campaigns that are not
 * @param exercise "diễn tập": it can never reach a public link
 * @param correctsId the campaign that it corrects, or {@code null}
 * @param correctedBy campaigns that correct it
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
        boolean urgent,
        boolean exercise,
        Long correctsId,
        List<Long> correctedBy) {

    /**
     * A wave; {@code at} is {@code null} where it goes out on approval.
     *
     * @param spread sent evenly over so long, or {@code null}
     * @param pausedAlone paused by itself: resuming its campaign leaves it paused
     */
    public record WaveView(
            long id, OffsetDateTime at, String cron, WaveStatus status, Duration spread, boolean pausedAlone) {

        static WaveView of(Wave wave) {
            return new WaveView(
                    wave.id(), LocalTimes.of(wave.at()), wave.cron(), wave.status(), wave.spread(), wave.pausedAlone());
        }
    }

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
