package vn.canhbao.core.statistics;

/**
 * A kept figure that is not what a full count finds.
 *
 * @param operator empty: over all operators
 * @param figure a message status, a failure reason, {@code submitted}, {@code segments}, {@code timed}, {@code messages by unit}, {@code planned people}
 *     or {@code confirmed people}
 */
public record Difference(long campaign, long wave, String operator, String figure, long kept, long counted) {}
