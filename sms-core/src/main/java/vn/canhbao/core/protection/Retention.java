package vn.canhbao.core.protection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.audit.AuditTrail;

/** Takes away what was kept long enough, class by class, and reports it. */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final RetentionBatches batches;
    private final RetentionRuns runs;
    private final RetentionSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Retention(RetentionBatches batches, RetentionRuns runs, RetentionSettings settings, AuditTrail audit, Clock clock) {
        this.batches = batches;
        this.runs = runs;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The last day, in Viet Nam, whose data of the class go today; {@code null}: none ever do. */
    public LocalDate upTo(DataClass dataClass) {
        int days = settings.days(dataClass);
        return days <= 0
                ? null
                : LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL).minusDays(days + 1L);
    }

    /** Cleans every class; one that fails keeps none of the others from it. */
    public void run(String actor) {
        Instant stop = clock.instant().plus(settings.longest());
        for (DataClass dataClass : DataClass.values()) {
            LocalDate upTo = upTo(dataClass);
            if (upTo != null) {
                run(dataClass, upTo, stop, actor);
            }
        }
    }

    private void run(DataClass dataClass, LocalDate upTo, Instant stop, String actor) {
        Instant before = upTo.plusDays(1).atStartOfDay(ClockConfiguration.LOCAL).toInstant();
        long id = runs.begin(dataClass, upTo);
        long removed = 0;
        boolean complete = false;
        String failure = null;
        try {
            while (!complete && clock.instant().isBefore(stop)) {
                int batch = batches.remove(dataClass, before, settings.batch());
                removed += batch;
                complete = batch == 0;
                pause();
            }
        } catch (RuntimeException broken) {
            failure = broken.getMessage();
            log.warn(
                    "Dọn dữ liệu {} dừng giữa chừng, lần sau làm tiếp (retention of {} broke off)",
                    dataClass,
                    dataClass,
                    broken);
        }
        runs.end(id, removed, complete, failure);
        if (removed > 0) {
            audit.record(actor, "DATA_REMOVED", "retention " + dataClass, removed + " rows up to " + upTo);
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.pause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the application ends", ended);
        }
    }
}
