package vn.canhbao.core.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.receipt.JournalledReceipt;
import vn.canhbao.core.receipt.ReceiptState;

/** A segment on the wire, as it stands while a block of receipts is worked in. */
final class SubmittedSegment {

    /** Which one it is. */
    record Id(long messageId, int number) {}

    private final Id id;
    private final String idKey;
    private final String msisdn;
    private final int ofSegments;
    private final Instant submittedAt;
    private ReceiptState state;
    private String error;
    private Instant at;

    private SubmittedSegment(
            Id id, String idKey, String msisdn, int ofSegments, Instant submittedAt, ReceiptState state) {
        this.id = id;
        this.idKey = idKey;
        this.msisdn = msisdn;
        this.ofSegments = ofSegments;
        this.submittedAt = submittedAt;
        this.state = state;
    }

    /** As its answer came, before any receipt that is known. */
    static SubmittedSegment fresh(long messageId, SegmentOutcome segment, String msisdn, int ofSegments) {
        return new SubmittedSegment(
                new Id(messageId, segment.number()), segment.idKey(), msisdn, ofSegments, segment.submittedAt(), null);
    }

    static SubmittedSegment read(ResultSet row, int n) throws SQLException {
        String state = row.getString("receipt_state");
        return new SubmittedSegment(
                new Id(row.getLong("message_id"), row.getInt("segment_no")),
                row.getString("id_key"),
                row.getString("msisdn"),
                row.getInt("segments"),
                Utc.instant(row, "submitted_at"),
                state == null ? null : ReceiptState.valueOf(state));
    }

    /** Whether the receipt says anything new: a final state never changes. */
    boolean take(JournalledReceipt receipt) {
        if (state != null && (state.isFinal() || state == receipt.state())) {
            return false;
        }
        state = receipt.state();
        error = receipt.error();
        at = receipt.receivedAt();
        return true;
    }

    /** Whether no final receipt has come. */
    boolean isDue() {
        return state == null || !state.isFinal();
    }

    Id id() {
        return id;
    }

    long messageId() {
        return id.messageId();
    }

    int number() {
        return id.number();
    }

    /** {@code null} where its submit_sm had no answer. */
    String idKey() {
        return idKey;
    }

    String msisdn() {
        return msisdn;
    }

    /** How many segments its message has. */
    int ofSegments() {
        return ofSegments;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    /** As of the last receipt, {@code null} before the first. */
    ReceiptState state() {
        return state;
    }

    /** The operator's error code in it, or {@code null}. */
    String error() {
        return error;
    }

    /** When the last receipt came. */
    Instant at() {
        return at;
    }
}
