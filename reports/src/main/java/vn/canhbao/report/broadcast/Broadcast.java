package vn.canhbao.report.broadcast;

import java.time.Instant;

/**
 * A warning that an operator sends to its own subscribers.
 *
 * @param operatorName as people call it
 * @param remark why it was sent back, or {@code null}
 * @param sentOn when the operator says that it began, or {@code null}
 */
public record Broadcast(
        long id,
        BroadcastRequest request,
        String operatorName,
        BroadcastStatus status,
        String createdBy,
        Instant createdAt,
        String decidedBy,
        Instant decidedAt,
        String remark,
        Instant sentOn,
        String reportedBy,
        Instant reportedAt) {}
