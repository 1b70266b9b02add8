package vn.canhbao.core.link;

/** How people want a link to run. */
public enum DesiredState {
    /** Binds are up, messages are claimed. */
    RUNNING,
    /** Binds stay up and receipts come in; no message is claimed. */
    PAUSED,
    /** What was claimed is sent, then no bind. */
    STOPPED
}
