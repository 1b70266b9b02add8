package vn.canhbao.core.message;

import java.time.Instant;
import java.util.List;
import vn.canhbao.core.receipt.JournalledReceipt;

/**
 * What became of a claimed message on the wire.
 *
 * @param status {@code SUBMITTED}, {@code UNANSWERED}, {@code FAILED}, {@code EXPIRED} (its time was over before it was
 *     sent), {@code READY} (some or all of its segments were not put on the wire: the next claim sends those), or
 *     {@code DELAYED} (the same, at a later time)
 * @param segments those that were put on the wire by this claim
 * @param detail in words, or {@code null}
 * @param plan how it was cut, or {@code null} where it was not
 * @param refusal what ended this claim, or {@code null} where nothing was refused
 */
public record MessageOutcome(
        long messageId,
        MessageStatus status,
        List<SegmentOutcome> segments,
        String detail,
        SegmentPlan plan,
        SubmitRefusal refusal) {

    public MessageOutcome(
            long messageId, MessageStatus status, List<SegmentOutcome> segments, String detail, SegmentPlan plan) {
        this(messageId, status, segments, detail, plan, null);
    }

    public MessageOutcome(long messageId, MessageStatus status, List<SegmentOutcome> segments, String detail) {
        this(messageId, status, segments, detail, null);
    }

    /** The outcome of a message of {@code planned} segments whose submits ended so. */
    public static MessageOutcome of(long messageId, int planned, List<SegmentOutcome> segments) {
        return of(messageId, new SegmentPlan(planned, 0, null), segments, EarlierSegments.NONE);
    }

    /** The outcome of a message whose submits ended so, beside what earlier claims have put on the wire. */
    public static MessageOutcome of(ClaimedMessage message, SegmentPlan plan, List<SegmentOutcome> segments) {
        return of(message.id(), plan, segments, message.earlier());
    }

    private static MessageOutcome of(
            long messageId, SegmentPlan plan, List<SegmentOutcome> segments, EarlierSegments earlier) {
        boolean earlierUnanswered = earlier.unanswered().stream()
                .anyMatch(number -> segments.stream().noneMatch(segment -> segment.number() == number));
        SegmentOutcome refused =
                segments.stream().filter(SegmentOutcome::refused).findFirst().orElse(null);
        SubmitRefusal refusal = refused == null
                ? null
                : new SubmitRefusal(refused.number(), refused.commandStatus(), refused.submittedAt());
        if (earlierUnanswered || segments.stream().anyMatch(SegmentOutcome::unanswered)) {
            return new MessageOutcome(
                    messageId, MessageStatus.UNANSWERED, segments, "no submit_sm_resp", plan, refusal);
        }
        if (refused == null) {
            return new MessageOutcome(messageId, MessageStatus.SUBMITTED, segments, null, plan);
        }
        boolean accepted = !earlier.accepted().isEmpty() || segments.stream().anyMatch(SegmentOutcome::accepted);
        // With a segment already accepted, the receipts still say whether some of it arrived.
        return new MessageOutcome(
                messageId,
                accepted ? MessageStatus.SUBMITTED : MessageStatus.FAILED,
                segments,
                "segment %d/%d: command_status 0x%02X"
                        .formatted(refused.number(), plan.total(), refused.commandStatus()),
                plan,
                refusal);
    }

    /** The refused segment is tried again: READY at once, or DELAYED. What else went out stays as it is. */
    public MessageOutcome again(MessageStatus status) {
        return new MessageOutcome(
                messageId,
                status,
                segments.stream().filter(segment -> !segment.refused()).toList(),
                detail,
                plan,
                refusal);
    }

    public boolean hasUnanswered() {
        return segments.stream().anyMatch(SegmentOutcome::unanswered);
    }

    /** Whether receipts may be in already, or none will come, so that its segments alone say what became of it. */
    boolean settlesByItsSegments() {
        return plan != null
                && plan.total() > 1
                && (status == MessageStatus.SUBMITTED || status == MessageStatus.UNANSWERED)
                && (segments.size() < plan.total() || segments.stream().anyMatch(SegmentOutcome::refused));
    }

    /** When it became final: with its receipt, else now; {@code null} while it is not. */
    Instant finalAt(Instant now) {
        SegmentReceipt receipt = segments.isEmpty() ? null : segments.getLast().receipt();
        return !status.isFinal() ? null : receipt == null ? now : receipt.at();
    }

    /** The canonical id of an accepted message of one segment; {@code null} for any other. */
    String idKeyOfOnlySegment() {
        return status == MessageStatus.SUBMITTED && (plan == null || plan.total() == 1) && segments.size() == 1
                ? segments.getFirst().idKey()
                : null;
    }

    /** A message of one segment, with what its receipt says; perhaps it is final now. */
    MessageOutcome received(JournalledReceipt receipt) {
        SegmentOutcome segment = segments.getFirst()
                .received(new SegmentReceipt(receipt.state(), receipt.error(), receipt.receivedAt()));
        MessageStatus settled = SegmentFate.settle(
                List.of(new SegmentFate(false, segment.receipt().state())));
        return settled == null
                ? new MessageOutcome(messageId, status, List.of(segment), detail, plan)
                : new MessageOutcome(
                        messageId, settled, List.of(segment), segment.receipt().inWords(settled), plan);
    }
}
