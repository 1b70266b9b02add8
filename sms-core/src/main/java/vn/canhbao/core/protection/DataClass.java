package vn.canhbao.core.protection;

/** Data that are kept equally long. */
public enum DataClass {
    /** Raw delivery receipts; what they said stays with their message. */
    RECEIPTS,
    /** Number and text of every message of a wave that is over; its state, operator and segments stay for the figures. */
    MESSAGES,
    /** What subscribers wrote to us: number and text; that and how it was understood stays. */
    INBOUND,
    /** Rows of files that were not taken, and what was known of recipients before an import. */
    IMPORTS,
    /** People in no list who have not been changed since. */
    RECIPIENTS,
    /** The oldest part of the audit trail; the chain of the rest stays whole. */
    AUDIT
}
