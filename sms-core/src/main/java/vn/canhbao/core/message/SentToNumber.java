package vn.canhbao.core.message;

import java.time.Instant;

/** A message to a number, with the campaign that it belongs to. */
public record SentToNumber(
        long messageId,
        long campaignId,
        String campaign,
        String text,
        MessageStatus status,
        Instant submittedAt,
        Instant finalAt,
        String detail) {}
