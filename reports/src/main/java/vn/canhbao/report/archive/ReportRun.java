package vn.canhbao.report.archive;

import java.time.Instant;
import vn.canhbao.report.ReportPeriod;

/**
 * A report that was made and kept.
 *
 * @param draftVersion the words' version that it was made of
 * @param scheduled whether the schedule made it; a person otherwise
 */
public record ReportRun(
        long id,
        long draftId,
        int draftVersion,
        ReportPeriod period,
        String subject,
        boolean scheduled,
        String madeBy,
        Instant madeAt) {}
