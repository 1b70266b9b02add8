package vn.canhbao.templates.channel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where people ask and report.
 *
 * @param code as texts refer to it: {@code {{kenh.156}}}
 * @param text as it stands in a message
 * @param verifiedOn when somebody last tried it, or {@code null}
 */
public record ReportingChannel(
        String code,
        String name,
        String text,
        LocalDate verifiedOn,
        String verifiedBy,
        String changedBy,
        Instant changedAt) {

    /** What the names of channels begin with in a text. */
    public static final String PREFIX = "kenh.";

    /** As a text refers to it. */
    public String placeholder() {
        return PREFIX + code;
    }
}
