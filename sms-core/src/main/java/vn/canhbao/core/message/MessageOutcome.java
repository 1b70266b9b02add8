package vn.canhbao.core.message;

import java.util.List;

/**
 * What became of a claimed message on the wire.
 *
 * @param status {@code SUBMITTED}, {@code UNANSWERED}, {@code FAILED}, {@code EXPIRED} (its time was over before it was
 *     sent), or {@code READY} (never put on the wire: another try costs nobody a second copy)
 * @param segments those that were put on the wire
 * @param detail in words, or {@code null}
 */
public record MessageOutcome(long messageId, MessageStatus status, List<SegmentOutcome> segments, String detail) {

    /** The outcome of a message of {@code planned} segments whose submits ended so. */
    public static MessageOutcome of(long messageId, int planned, List<SegmentOutcome> segments) {
        boolean refused = segments.stream().anyMatch(SegmentOutcome::refused);
        boolean unanswered = segments.stream().anyMatch(SegmentOutcome::unanswered);
        boolean accepted = segments.stream().anyMatch(SegmentOutcome::accepted);
        if (unanswered) {
            return new MessageOutcome(messageId, MessageStatus.UNANSWERED, segments, "no submit_sm_resp");
        }
        if (!refused) {
            return new MessageOutcome(messageId, MessageStatus.SUBMITTED, segments, null);
        }
        String detail = segments.stream()
                .filter(SegmentOutcome::refused)
                .findFirst()
                .map(segment -> "segment %d/%d: command_status 0x%02X"
                        .formatted(segment.number(), planned, segment.commandStatus()))
                .orElseThrow();
        // With a segment already accepted, the receipts still say whether some of it arrived.
        return new MessageOutcome(
                messageId, accepted ? MessageStatus.SUBMITTED : MessageStatus.FAILED, segments, detail);
    }
}
