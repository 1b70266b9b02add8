package vn.canhbao.core.campaign;

import java.time.Instant;

/**
 * One sending of a campaign.
 *
 * @param at when it goes out; {@code null}: on approval
 * @param expiresAt no submit_sm after this; set when it starts
 */
public record Wave(
        long id,
        long campaignId,
        int position,
        Instant at,
        String cron,
        WaveStatus status,
        Instant startedAt,
        Instant expiresAt,
        Instant finishedAt) {}
