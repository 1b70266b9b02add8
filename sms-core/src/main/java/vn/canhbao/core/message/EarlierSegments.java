package vn.canhbao.core.message;

import java.util.Set;

/**
 * What an earlier claim of a message has put on the wire already.
 *
 * @param accepted segments that the SMSC has: never sent again
 * @param unanswered segments that it may have: sent again only where the campaign's policy makes a second copy
 * @param plan how the message was cut, or {@code null} where no segment of several went out
 */
public record EarlierSegments(Set<Integer> accepted, Set<Integer> unanswered, SegmentPlan plan) {

    public static final EarlierSegments NONE = new EarlierSegments(Set.of(), Set.of(), null);

    EarlierSegments cutAs(SegmentPlan known) {
        return new EarlierSegments(accepted, unanswered, known);
    }
}
