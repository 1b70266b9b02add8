package vn.canhbao.core.campaign;

import org.springframework.stereotype.Component;

/**
 * The commands of authors and approvers: draft, submit, approve, reject, pause, resume, cancel. Each is checked, moves
 * the campaign and its waves in one transaction, lands in the audit trail and is published as an event.
 */
@Component
public class CampaignDesk {

    /** Stores a checked draft; {@link vn.canhbao.core.problem.InvalidInput} names every field that is wrong. */
    public Campaign draft(CampaignDraft draft, String author) {
        throw new UnsupportedOperationException("campaign helper");
    }

    public Campaign submit(long id, String author) {
        throw new UnsupportedOperationException("campaign helper");
    }

    /** By another person than the one who submitted; {@link vn.canhbao.core.problem.NotAllowed} otherwise. */
    public Campaign approve(long id, String approver) {
        throw new UnsupportedOperationException("campaign helper");
    }

    public Campaign reject(long id, String approver, String reason) {
        throw new UnsupportedOperationException("campaign helper");
    }

    public Campaign pause(long id, String actor) {
        throw new UnsupportedOperationException("campaign helper");
    }

    public Campaign resume(long id, String actor) {
        throw new UnsupportedOperationException("campaign helper");
    }

    public Campaign cancel(long id, String actor) {
        throw new UnsupportedOperationException("campaign helper");
    }
}
