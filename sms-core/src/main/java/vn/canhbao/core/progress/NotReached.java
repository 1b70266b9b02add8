package vn.canhbao.core.progress;

/**
 * A recent campaign that did not reach everybody.
 *
 * @param failed messages FAILED, EXPIRED or PARTLY_DELIVERED that nobody has sent again
 * @param unclear messages UNANSWERED or UNKNOWN
 */
public record NotReached(long campaignId, String name, long failed, long unclear) {}
