package vn.canhbao.core.campaign;

/** The life of a campaign. */
public enum CampaignStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    REJECTED,
    RUNNING,
    PAUSED,
    CANCELLED,
    /** Every wave is over. A retry of what failed opens it again: {@link Campaigns#reopen}. */
    FINISHED;

    /** Whether the move exists; a status may always be written again. */
    public boolean canTransitionTo(CampaignStatus next) {
        return this == next
                || switch (this) {
                    case DRAFT -> next == SUBMITTED || next == CANCELLED;
                    case SUBMITTED -> next == APPROVED || next == REJECTED || next == CANCELLED;
                    case APPROVED -> next == RUNNING || next == PAUSED || next == CANCELLED;
                    case REJECTED -> next == SUBMITTED || next == CANCELLED;
                    case RUNNING -> next == PAUSED || next == CANCELLED || next == FINISHED;
                    case PAUSED -> next == APPROVED || next == RUNNING || next == CANCELLED;
                    case CANCELLED, FINISHED -> false;
                };
    }
}
