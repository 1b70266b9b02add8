package vn.canhbao.core.receipt;

/**
 * What a delivery receipt says of a segment. Words follow SMPP 3.4 §5.2.28; the two numberings of jSMPP differ, so they
 * are mapped by name.
 */
public enum ReceiptState {
    ENROUTE,
    ACCEPTED,
    DELIVERED,
    EXPIRED,
    DELETED,
    UNDELIVERABLE,
    REJECTED,
    /** The SMSC itself says that it does not know. */
    UNKNOWN,
    /** A word that we don't know: kept raw, never taken for a failure. */
    UNRECOGNISED;

    /** Whether nothing more will come after it. */
    public boolean isFinal() {
        return switch (this) {
            case DELIVERED, EXPIRED, DELETED, UNDELIVERABLE, REJECTED -> true;
            case ENROUTE, ACCEPTED, UNKNOWN, UNRECOGNISED -> false;
        };
    }
}
