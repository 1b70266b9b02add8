package vn.canhbao.core.recipient;

/** Whether somebody works for the office or is one of the public. */
public enum RecipientKind {
    STAFF,
    SUBSCRIBER
}
