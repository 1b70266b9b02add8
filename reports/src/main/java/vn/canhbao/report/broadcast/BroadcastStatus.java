package vn.canhbao.report.broadcast;

import java.util.EnumSet;
import java.util.Set;

/** The life of a broadcast. */
public enum BroadcastStatus {
    DRAFT,
    SUBMITTED,
    /** The request letter may go out. */
    APPROVED,
    /** The operator's figures are here; they may be corrected. */
    REPORTED,
    CANCELLED;

    Set<BroadcastStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> EnumSet.of(DRAFT, APPROVED, CANCELLED);
            case APPROVED -> EnumSet.of(REPORTED, CANCELLED);
            case REPORTED -> EnumSet.of(REPORTED);
            case CANCELLED -> EnumSet.noneOf(BroadcastStatus.class);
        };
    }

    /** Whether what was asked for can't be changed any more and may be shown to the operator. */
    public boolean approved() {
        return this == APPROVED || this == REPORTED;
    }
}
