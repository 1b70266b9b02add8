package vn.canhbao.core.confirmation;

/** Where one person stands with a campaign that asks for an answer. */
public enum Confirmation {
    /** Acknowledged in time; without an escalation any time is in time. */
    CONFIRMED,
    /** Acknowledged after the time that its escalation gives. */
    LATE,
    /** Nothing yet, though a message may have arrived. */
    NOT_CONFIRMED,
    /** Nothing, and every message failed, expired or was not sent. */
    UNREACHABLE
}
