package vn.canhbao.core.protection;

/** How far a request is. */
public enum RequestStatus {
    OPEN,
    /** Erasure waits for what is under way; the number is suppressed meanwhile, and it is tried again by itself. */
    WAITING,
    DONE,
    REFUSED;

    /** Whether its clock still runs. */
    public boolean isOpen() {
        return this == OPEN || this == WAITING;
    }
}
