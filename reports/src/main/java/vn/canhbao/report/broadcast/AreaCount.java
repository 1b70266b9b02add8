package vn.canhbao.report.broadcast;

import java.util.List;

/**
 * The operator's own count in one area.
 *
 * @param subscribers it has there
 * @param sent messages
 * @param delivered and {@code failed}: the rest of the sent ones has no result
 */
public record AreaCount(String area, long subscribers, long sent, long delivered, long failed) {

    /** The sum over all areas, under this name. */
    public static AreaCount total(String name, List<AreaCount> counts) {
        return counts.stream()
                .reduce(
                        new AreaCount(name, 0, 0, 0, 0),
                        (sum, one) -> new AreaCount(
                                name,
                                sum.subscribers + one.subscribers,
                                sum.sent + one.sent,
                                sum.delivered + one.delivered,
                                sum.failed + one.failed));
    }
}
