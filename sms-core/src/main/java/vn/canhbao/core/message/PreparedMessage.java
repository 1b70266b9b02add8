package vn.canhbao.core.message;

import java.time.Instant;

/**
 * A message as the prepare job writes it.
 *
 * @param text as sent: rendered, NFC, folded where the campaign says so
 * @param segments how many submit_sm it takes
 * @param status {@code READY} or {@code SUPPRESSED}
 * @param detail why it is suppressed, or {@code null}
 */
public record PreparedMessage(
        long waveId,
        long campaignId,
        long recipientId,
        String msisdn,
        String operatorCode,
        String senderId,
        String text,
        int segments,
        MessageStatus status,
        Instant expiresAt,
        String detail) {}
