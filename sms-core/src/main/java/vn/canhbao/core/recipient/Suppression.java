package vn.canhbao.core.recipient;

import java.time.Instant;

/**
 * A number that is not sent to, or was not.
 *
 * @param liftedBy {@code null}, as what follows, while it is in force
 */
public record Suppression(
        String msisdn,
        SuppressionReason reason,
        String note,
        String createdBy,
        Instant createdAt,
        String liftedBy,
        Instant liftedAt,
        String liftReason) {}
