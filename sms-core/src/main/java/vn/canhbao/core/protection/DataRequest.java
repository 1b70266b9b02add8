package vn.canhbao.core.protection;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A person's request, as it stands in the register.
 *
 * @param msisdn whose data; {@code null}: erased
 * @param requester who asks, and how they showed that the number is theirs
 * @param answerDue by when the person must have an answer
 * @param dueOn by when it must be carried out; both the last day, in Viet Nam
 * @param waitingFor why an erasure waits
 * @param outcome what was done or why not
 */
public record DataRequest(
        long id,
        RequestKind kind,
        String msisdn,
        String requester,
        LocalDate receivedOn,
        LocalDate answerDue,
        LocalDate dueOn,
        RequestStatus status,
        String waitingFor,
        String note,
        String outcome,
        LocalDate answeredOn,
        String createdBy,
        Instant createdAt,
        String closedBy,
        Instant closedAt) {

    /** Whether the answer or the deed is late. */
    public boolean overdue(LocalDate today) {
        return status.isOpen() && (today.isAfter(dueOn) || (answeredOn == null && today.isAfter(answerDue)));
    }
}
