package vn.canhbao.report.archive;

/** How far a report is on its way to an addressee. */
public enum MailStatus {
    WAITING,
    SENT,
    /** Given up; a person may send it again. */
    FAILED
}
