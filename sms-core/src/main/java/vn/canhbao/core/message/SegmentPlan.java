package vn.canhbao.core.message;

/**
 * How a link cut a message: kept with its segments, so that what is left of it is cut alike later.
 *
 * @param total how many segments
 * @param reference the concatenation reference that they share
 * @param cut mode and alphabet in the link's words; {@code null} for a message of one segment
 */
public record SegmentPlan(int total, int reference, String cut) {

    /** One segment: nothing to put together. */
    public static final SegmentPlan SINGLE = new SegmentPlan(1, 0, null);
}
