package vn.canhbao.report.warning;

/** What a warning is to those before it; the words of CAP 1.2's {@code msgType}. An SMS can't be recalled: only corrected. */
public enum NoticeType {
    ALERT("Alert"),
    UPDATE("Update"),
    CANCEL("Cancel");

    private final String cap;

    NoticeType(String cap) {
        this.cap = cap;
    }

    String cap() {
        return cap;
    }

    /** Whether it is about an earlier warning. */
    boolean refers() {
        return this != ALERT;
    }
}
