package vn.canhbao.core.recipient;

/** Why a person's number may be used (Law 91/2025 on personal data). */
public enum ConsentBasis {
    /** The person agreed; the evidence says where it is written. */
    CONSENT,
    /** A task of the state; the evidence is the document. */
    PUBLIC_TASK,
    /** A law demands it. */
    LAW,
    /** Works for the office. */
    STAFF
}
