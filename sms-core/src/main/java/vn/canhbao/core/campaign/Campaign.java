package vn.canhbao.core.campaign;

import java.time.Duration;
import java.time.Instant;

/**
 * A campaign as stored.
 *
 * @param automatic our automatic replies of a day
 * @param pauseReason why the system paused it and what to do, or {@code null}
 */
public record Campaign(
        long id,
        String name,
        MessageClass messageClass,
        Long templateId,
        String text,
        TextForm textForm,
        String source,
        String senderId,
        Duration validity,
        UnansweredPolicy unansweredPolicy,
        CampaignStatus status,
        String createdBy,
        Instant createdAt,
        String submittedBy,
        Instant submittedAt,
        Instant finishedAt,
        boolean automatic,
        String pauseReason,
        Handling handling) {}
