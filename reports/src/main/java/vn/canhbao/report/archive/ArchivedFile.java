package vn.canhbao.report.archive;

/**
 * One file of a run.
 *
 * @param sha256 of the content when it was made, in hexadecimal
 */
public record ArchivedFile(ReportFormat format, String name, String sha256, byte[] content) {

    static ArchivedFile of(ReportFormat format, String name, byte[] content) {
        return new ArchivedFile(format, name, Sha256.of(content), content);
    }

    /** What a look at the bytes as they are now says of them. */
    Verdict verdict() {
        String now = Sha256.of(content);
        return new Verdict(format, name, content.length, sha256, now, sha256.equals(now));
    }

    /**
     * A file's hash when it was made and now.
     *
     * @param intact whether not a byte has changed
     */
    public record Verdict(
            ReportFormat format, String name, long bytes, String sha256, String sha256Now, boolean intact) {}
}
