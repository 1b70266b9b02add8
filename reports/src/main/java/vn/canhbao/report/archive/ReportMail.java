package vn.canhbao.report.archive;

import java.time.Instant;

/**
 * A run on its way to one addressee.
 *
 * @param nextAt when it is tried (again); {@code null} once it is sent or given up
 * @param sentAt when the mail server took it
 * @param detail why the last attempt failed, or {@code null}
 */
public record ReportMail(
        long runId, String address, MailStatus status, int attempts, Instant nextAt, Instant sentAt, String detail) {}
