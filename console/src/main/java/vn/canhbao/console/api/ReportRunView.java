package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.report.archive.ArchivedFile;
import vn.canhbao.report.archive.ReportMail;
import vn.canhbao.report.archive.ReportRun;

/** An archived report as scripts and pages read it. */
public record ReportRunView(
        long id,
        long report,
        int version,
        String period,
        String subject,
        boolean scheduled,
        String madeBy,
        OffsetDateTime madeAt,
        List<File> files,
        List<Mail> mails) {

    /** A kept file; {@code sha256} is of the bytes when they were made. */
    public record File(String format, String name, long bytes, String sha256) {}

    /** One addressee's mail. */
    public record Mail(
            String address, String status, int attempts, OffsetDateTime nextAt, OffsetDateTime sentAt, String detail) {}

    public static ReportRunView of(ReportRun run, List<ArchivedFile> files, List<ReportMail> mails) {
        return new ReportRunView(
                run.id(),
                run.draftId(),
                run.draftVersion(),
                run.period().text(),
                run.subject(),
                run.scheduled(),
                run.madeBy(),
                LocalTimes.of(run.madeAt()),
                files.stream()
                        .map(file -> new File(file.format().name(), file.name(), file.content().length, file.sha256()))
                        .toList(),
                mails.stream()
                        .map(mail -> new Mail(
                                mail.address(),
                                mail.status().name(),
                                mail.attempts(),
                                LocalTimes.of(mail.nextAt()),
                                LocalTimes.of(mail.sentAt()),
                                mail.detail()))
                        .toList());
    }

    /** An archived report in a list. */
    public record Line(
            long id,
            long report,
            String period,
            String subject,
            boolean scheduled,
            String madeBy,
            OffsetDateTime madeAt) {

        public static Line of(ReportRun run) {
            return new Line(
                    run.id(),
                    run.draftId(),
                    run.period().text(),
                    run.subject(),
                    run.scheduled(),
                    run.madeBy(),
                    LocalTimes.of(run.madeAt()));
        }
    }
}
