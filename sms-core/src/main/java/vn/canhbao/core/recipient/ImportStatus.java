package vn.canhbao.core.recipient;

/** How far an import is. */
public enum ImportStatus {
    RUNNING,
    COMPLETED,
    FAILED,
    /** Stopped with the application; it goes on at the next start. */
    STOPPED
}
