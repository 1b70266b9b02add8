package vn.canhbao.report.archive;

import java.util.Locale;

/** The files of an archived report. */
public enum ReportFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As a file's name ends: {@code pdf}. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
