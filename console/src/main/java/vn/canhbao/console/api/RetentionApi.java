package vn.canhbao.console.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.protection.DataClass;
import vn.canhbao.core.protection.Retention;
import vn.canhbao.core.protection.RetentionRun;
import vn.canhbao.core.protection.RetentionRuns;
import vn.canhbao.core.protection.RetentionSettings;

/** How long each class of data is kept, and what was taken away. */
@RestController
@RequestMapping("/api/v1/retention")
class RetentionApi {

    private final Retention retention;
    private final RetentionRuns runs;
    private final RetentionSettings settings;

    RetentionApi(Retention retention, RetentionRuns runs, RetentionSettings settings) {
        this.retention = retention;
        this.runs = runs;
        this.settings = settings;
    }

    /** A class; {@code upTo} {@code null}: kept for ever. */
    record Kept(DataClass dataClass, int days, LocalDate upTo) {}

    /** Periods and runs, the newest first. */
    record View(List<Kept> classes, Page<RetentionRun> runs) {}

    @GetMapping
    View all(@RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return new View(
                Arrays.stream(DataClass.values())
                        .map(one -> new Kept(one, settings.days(one), retention.upTo(one)))
                        .toList(),
                Page.of(
                        runs.page(before, limit + 1),
                        limit,
                        run -> run,
                        last -> "/api/v1/retention?limit=" + limit + "&before=" + last.id()));
    }
}
