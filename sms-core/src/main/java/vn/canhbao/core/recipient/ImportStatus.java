package vn.canhbao.core.recipient;

/** How far an import is. */
public enum ImportStatus {
    /** Uploaded and shown, not started; deleted after a day. */
    PREVIEW,
    RUNNING,
    COMPLETED,
    FAILED,
    /** Stopped with the application, then it goes on at the next start; or by a person, then it waits for one. */
    STOPPED
}
