package vn.canhbao.core.confirmation;

import java.time.Instant;

/**
 * Where one person stands.
 *
 * @param acknowledgedAt the first acknowledgement, or {@code null}
 */
public record PersonConfirmation(
        String msisdn, String fullName, String unit, Confirmation state, Instant acknowledgedAt) {}
