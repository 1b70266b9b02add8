package vn.canhbao.templates.library;

/** The life of a version of a template. */
public enum VersionStatus {
    /** Being written: the only one that changes. */
    DRAFT,
    SUBMITTED,
    /** Campaigns copy the latest of these. */
    APPROVED,
    REJECTED,
    RETIRED;

    public boolean canTransitionTo(VersionStatus next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED || next == RETIRED;
            case SUBMITTED -> next == APPROVED || next == REJECTED || next == RETIRED;
            case APPROVED -> next == RETIRED;
            case REJECTED, RETIRED -> false;
        };
    }
}
