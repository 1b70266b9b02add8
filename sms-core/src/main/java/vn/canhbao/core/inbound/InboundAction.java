package vn.canhbao.core.inbound;

/** What was done about a subscriber's message. */
public enum InboundAction {
    /** Kept for a person to read. */
    FOR_A_PERSON,
    /** The number is suppressed; no confirmation: turned off, no sender known, or one went to it today. */
    SUPPRESSED,
    /** The number is suppressed and a confirmation is queued. */
    SUPPRESSED_AND_CONFIRMED,
    /** The latest alert to the number is acknowledged. */
    ACKNOWLEDGED,
    /** It was acknowledged before: nothing changed. */
    ACKNOWLEDGED_BEFORE,
    /** No alert went to the number lately. */
    NOTHING_TO_ACKNOWLEDGE
}
