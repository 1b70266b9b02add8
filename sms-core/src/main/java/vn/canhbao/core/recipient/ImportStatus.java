package vn.canhbao.core.recipient;

/** How far an import is. */
public enum ImportStatus {
    RUNNING,
    COMPLETED,
    FAILED,
    STOPPED
}
