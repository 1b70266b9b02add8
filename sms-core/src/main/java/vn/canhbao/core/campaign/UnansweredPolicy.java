package vn.canhbao.core.campaign;

/** What becomes of a submit_sm that got no answer and no receipt: the SMSC may have taken it, or not. */
public enum UnansweredPolicy {
    /** Never a second copy. */
    KEEP,
    /** One second copy, after a wait in which a receipt may still come: for urgent warnings. */
    RESEND
}
