package vn.canhbao.core.message;

import java.time.Instant;

/**
 * A message that a link has taken to send.
 *
 * @param expiresAt no submit_sm after this
 * @param attempt 1 at first, 2 where the campaign's policy sends a second copy
 * @param earlier what is on the wire already
 * @param operator code of the operator whose subscriber the number is
 * @param segments as prepared; a link may cut otherwise
 */
public record ClaimedMessage(
        long id,
        long waveId,
        String msisdn,
        String senderId,
        String text,
        Instant expiresAt,
        int attempt,
        EarlierSegments earlier,
        String operator,
        int segments) {

    public ClaimedMessage(
            long id,
            long waveId,
            String msisdn,
            String senderId,
            String text,
            Instant expiresAt,
            int attempt,
            String operator,
            int segments) {
        this(id, waveId, msisdn, senderId, text, expiresAt, attempt, EarlierSegments.NONE, operator, segments);
    }

    /** Whether this segment is still to be sent: the SMSC doesn't have it, and a copy of it is not one too many. */
    public boolean needs(int segment) {
        boolean secondCopy = attempt > 1;
        return !earlier.accepted().contains(segment)
                && (secondCopy || !earlier.unanswered().contains(segment));
    }

    ClaimedMessage continuing(EarlierSegments there) {
        return new ClaimedMessage(id, waveId, msisdn, senderId, text, expiresAt, attempt, there, operator, segments);
    }
}
