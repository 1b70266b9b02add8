package vn.canhbao.core.message;

/** The life of a message: states only move forward, final ones stick. */
public enum MessageStatus {
    /** Prepared; waits for its wave and a place in a window. */
    READY(false),
    /** Taken by a link and perhaps on the wire: after a crash these are the doubtful ones. */
    CLAIMED(false),
    /** Refused for now: tried again at its time, here or over another link; no place in a window is held for it. */
    DELAYED(false),
    /** The SMSC took every segment; no final receipt yet. */
    SUBMITTED(false),
    /** A submit_sm had no answer: the SMSC may have taken it. A receipt may still settle it. */
    UNANSWERED(false),
    DELIVERED(true),
    /** Some segments arrived, some finally did not. */
    PARTLY_DELIVERED(true),
    FAILED(true),
    EXPIRED(true),
    /** The SMSC took it, its validity and a grace time are over, and no final receipt came. */
    UNKNOWN(true),
    SUPPRESSED(true),
    CANCELLED(true);

    private final boolean isFinal;

    MessageStatus(boolean isFinal) {
        this.isFinal = isFinal;
    }

    public boolean isFinal() {
        return isFinal;
    }

    /**
     * Whether the move exists. {@code UNKNOWN} is final for the figures, but a receipt that comes late after all still
     * says what happened.
     */
    public boolean canTransitionTo(MessageStatus next) {
        return switch (this) {
            // SUBMITTED, FAILED: waits for its second copy, which the late answer to the first makes needless.
            case READY ->
                next == CLAIMED
                        || next == EXPIRED
                        || next == SUPPRESSED
                        || next == CANCELLED
                        || next == SUBMITTED
                        || next == FAILED;
            case CLAIMED ->
                next == READY
                        || next == DELAYED
                        || next == SUBMITTED
                        || next == UNANSWERED
                        || next == CANCELLED
                        || settles(next);
            case DELAYED -> next == CLAIMED || next == EXPIRED || next == SUPPRESSED || next == CANCELLED;
            case SUBMITTED -> next == UNKNOWN || settles(next);
            case UNANSWERED -> next == READY || next == SUBMITTED || settles(next);
            case UNKNOWN -> settles(next);
            case DELIVERED, PARTLY_DELIVERED, FAILED, EXPIRED, SUPPRESSED, CANCELLED -> false;
        };
    }

    private static boolean settles(MessageStatus next) {
        return next == DELIVERED || next == PARTLY_DELIVERED || next == FAILED || next == EXPIRED;
    }
}
