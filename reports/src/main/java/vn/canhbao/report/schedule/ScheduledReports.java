package vn.canhbao.report.schedule;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.canhbao.report.ReportDesk;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportDrafts;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.archive.ReportArchive;
import vn.canhbao.report.archive.ReportPost;
import vn.canhbao.report.archive.ReportRun;

/**
 * Makes the report that is due: of the words that people wrote for that period, or the usual ones. A period gets one, however
 * often this is called.
 */
@Component
public class ScheduledReports {

    /** In the audit trail, instead of a person. */
    public static final String MAKER = "lịch-báo-cáo";

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledReports.class);

    private final ReportSchedules schedules;
    private final ReportDrafts drafts;
    private final ReportDesk desk;
    private final ReportArchive archive;
    private final ReportPost post;
    private final Clock clock;

    public ScheduledReports(
            ReportSchedules schedules,
            ReportDrafts drafts,
            ReportDesk desk,
            ReportArchive archive,
            ReportPost post,
            Clock clock) {
        this.schedules = schedules;
        this.drafts = drafts;
        this.desk = desk;
        this.archive = archive;
        this.post = post;
        this.clock = clock;
    }

    /** The run, unless it was made before or the schedule is off; what goes wrong is noted for the settings page and thrown. */
    public Optional<ReportRun> makeDue(ReportPeriod.Kind kind) {
        ReportSchedule schedule = schedules.get(kind);
        if (!schedule.enabled()) {
            return Optional.empty();
        }
        ReportPeriod period = schedule.lastDue(clock.instant());
        try {
            ReportDraft draft = drafts.newestOf(period).orElseGet(() -> desk.begin(period, MAKER));
            Optional<ReportRun> run = archive.keepScheduled(draft, schedule.addressees(), MAKER);
            schedules.failure(kind, null);
            run.ifPresent(made -> LOG.info("The report of {} was made: run {}", period.text(), made.id()));
            post.deliver();
            return run;
        } catch (RuntimeException failed) {
            schedules.failure(kind, cut(period.text() + ": " + failed.getMessage()));
            throw failed;
        }
    }

    private static String cut(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
