package vn.canhbao.core.message;

import java.time.Instant;

/**
 * A message that a link has taken to send.
 *
 * @param expiresAt no submit_sm after this
 * @param attempt 1 at first, 2 where the campaign's policy sends a second copy
 */
public record ClaimedMessage(
        long id, long waveId, String msisdn, String senderId, String text, Instant expiresAt, int attempt) {}
