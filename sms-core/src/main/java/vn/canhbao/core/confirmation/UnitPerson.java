package vn.canhbao.core.confirmation;

import java.time.Instant;

/**
 * Where one person of a unit stands with a campaign.
 *
 * @param delivered whether a message of it was delivered
 * @param acknowledgedAt the first acknowledgement, or {@code null}
 */
public record UnitPerson(
        long unitId,
        long recipientId,
        String msisdn,
        String fullName,
        String unit,
        Confirmation state,
        boolean delivered,
        Instant acknowledgedAt) {

    /** Where the list goes on after this person. */
    public PersonCursor cursor() {
        return new PersonCursor(unitId, recipientId);
    }
}
