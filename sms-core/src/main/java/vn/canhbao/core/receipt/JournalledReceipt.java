package vn.canhbao.core.receipt;

import java.time.Instant;

/**
 * A delivery receipt that is safe in the journal.
 *
 * @param idKey canonical message id, or {@code null} where the receipt names none
 * @param msisdn the recipient as the receipt names it, digits with the country code where it can be told
 * @param error the operator's error code, raw, or {@code null}
 */
public record JournalledReceipt(
        long journalId,
        String link,
        String idKey,
        String msisdn,
        Instant receivedAt,
        ReceiptState state,
        String error) {

    /** The same receipt, its id or number understood in another way. */
    public JournalledReceipt readAs(String newIdKey, String newMsisdn) {
        return new JournalledReceipt(journalId, link, newIdKey, newMsisdn, receivedAt, state, error);
    }
}
