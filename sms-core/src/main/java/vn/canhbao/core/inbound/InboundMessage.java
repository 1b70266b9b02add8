package vn.canhbao.core.inbound;

import java.time.Instant;
import java.util.Optional;
import vn.canhbao.core.recipient.Msisdn;

/**
 * A subscriber's message, put together, and what was done about it.
 *
 * @param receivedAt of its last segment
 * @param text NFC; an ellipsis stands where segments are missing
 * @param segments that came, of {@code total}
 * @param messageId the message that was acknowledged, or the confirmation that was queued; {@code null}: none
 */
public record InboundMessage(
        long id,
        String link,
        Instant receivedAt,
        String sourceAddr,
        String destAddr,
        String text,
        int segments,
        int total,
        InboundKind kind,
        InboundAction action,
        Long messageId) {

    /** The number that it came from; empty: a short code or a name, which nobody answers. */
    public Optional<Msisdn> subscriber() {
        return Msisdn.isOne(sourceAddr) ? Optional.of(new Msisdn(sourceAddr)) : Optional.empty();
    }

    public boolean complete() {
        return segments == total;
    }

    /** Whether the text begins as the subscriber wrote it. */
    public boolean hasItsBeginning() {
        return complete() || !text.startsWith(InboundText.GAP);
    }
}
