package vn.canhbao.core.message;

import java.util.Map;

/**
 * How many messages are in which state: {@code planned} is the sum of all others but {@code segments}.
 *
 * @param pending ready, claimed or delayed
 * @param submitted accepted by the SMSC, no final receipt yet
 * @param segments of all planned messages that were not suppressed or cancelled
 */
public record Tallies(
        long planned,
        long pending,
        long submitted,
        long delivered,
        long partlyDelivered,
        long failed,
        long expired,
        long unknown,
        long unanswered,
        long suppressed,
        long cancelled,
        long segments) {

    public static final Tallies NONE = of(Map.of(), 0);

    static Tallies of(Map<MessageStatus, Long> counts, long segments) {
        return new Tallies(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                count(counts, MessageStatus.READY)
                        + count(counts, MessageStatus.CLAIMED)
                        + count(counts, MessageStatus.DELAYED),
                count(counts, MessageStatus.SUBMITTED),
                count(counts, MessageStatus.DELIVERED),
                count(counts, MessageStatus.PARTLY_DELIVERED),
                count(counts, MessageStatus.FAILED),
                count(counts, MessageStatus.EXPIRED),
                count(counts, MessageStatus.UNKNOWN),
                count(counts, MessageStatus.UNANSWERED),
                count(counts, MessageStatus.SUPPRESSED),
                count(counts, MessageStatus.CANCELLED),
                segments);
    }

    private static long count(Map<MessageStatus, Long> counts, MessageStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** Whether everybody who was to be reached was: nothing failed, expired, stayed unknown or unanswered. */
    public boolean clean() {
        return pending + submitted + partlyDelivered + failed + expired + unknown + unanswered == 0;
    }
}
