package vn.canhbao.core.recipient;

/** Why a number is not sent to. */
public enum SuppressionReason {
    /** The subscriber wants no messages. */
    REFUSED,
    /** The number belongs to somebody else than the list says. */
    WRONG_NUMBER,
    /** A request under the data-protection law (91/2025). */
    DATA_PROTECTION,
    MANUAL
}
