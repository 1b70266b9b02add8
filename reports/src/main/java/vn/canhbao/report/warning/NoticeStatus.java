package vn.canhbao.report.warning;

/** Whether a warning is meant; the words of CAP 1.2's {@code status}. */
public enum NoticeStatus {
    ACTUAL("Actual"),
    EXERCISE("Exercise"),
    TEST("Test");

    private final String cap;

    NoticeStatus(String cap) {
        this.cap = cap;
    }

    String cap() {
        return cap;
    }
}
