package vn.canhbao.console.web.lists;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.protection.DataRequest;
import vn.canhbao.core.protection.DataRequests;
import vn.canhbao.core.protection.RetentionRun;
import vn.canhbao.core.protection.RetentionRuns;
import vn.canhbao.core.statistics.Difference;
import vn.canhbao.core.statistics.TallyChecks;
import vn.canhbao.report.table.PagedTable;
import vn.canhbao.report.table.PagedTable.Column;
import vn.canhbao.report.table.PagedTable.Pages;

/** What somebody answers for: requests about personal data, what was removed when, and figures that were found wrong. */
@Component
class OversightLists {

    private final DataRequests requests;
    private final RetentionRuns runs;
    private final TallyChecks checks;
    private final PageWords words;
    private final Clock clock;

    OversightLists(DataRequests requests, RetentionRuns runs, TallyChecks checks, PageWords words, Clock clock) {
        this.requests = requests;
        this.runs = runs;
        this.checks = checks;
        this.words = words;
        this.clock = clock;
    }

    /** The register, without the numbers: who may read it opens the request, and that is audited. */
    ListFile dataRequests() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL);
        List<Column<DataRequest>> columns = List.of(
                words.column("dataRequest.id", 8, one -> Math.toIntExact(one.id())),
                words.column("dataRequest.kind", 20, one -> words.of("dataRequest.kind", one.kind())),
                words.column("dataRequest.requester", 40, DataRequest::requester),
                words.column("dataRequest.received", 12, DataRequest::receivedOn),
                words.column("dataRequest.answerDue", 14, DataRequest::answerDue),
                words.column("dataRequest.due", 12, DataRequest::dueOn),
                words.column("dataRequest.status", 20, one -> words.of("dataRequest.status", one.status())),
                words.column(
                        "dataRequest.overdue", 10, one -> one.overdue(today) ? words.of("dataRequest.overdue") : null));
        return ListFile.of(
                "data requests",
                new PagedTable<>(
                        words.of("nav.dataRequests"),
                        columns,
                        (last, limit) -> requests.page(false, last == null ? null : last.id(), limit)));
    }

    ListFile retention() {
        List<Column<RetentionRun>> columns = List.of(
                words.column("audit.at", 20, RetentionRun::startedAt),
                words.column("retention.class", 24, run -> words.of("retention", run.dataClass())),
                words.column("retention.upTo", 14, RetentionRun::upTo),
                words.column("retention.removed", 12, RetentionRun::removed),
                words.column("dataRequest.status", 40, this::ended));
        return ListFile.of(
                "retention",
                new PagedTable<>(
                        words.of("nav.retention"),
                        columns,
                        (last, limit) -> runs.page(last == null ? null : last.id(), limit)));
    }

    private String ended(RetentionRun run) {
        if (run.complete()) {
            return words.of("retention.complete");
        }
        return run.failure() == null ? words.of("retention.goesOn") : run.failure();
    }

    ListFile differences(long check) {
        checks.get(check);
        List<Column<Difference>> columns = List.of(
                words.column("nav.campaigns", 12, one -> Math.toIntExact(one.campaign())),
                words.column("statistics.check.wave", 10, one -> Math.toIntExact(one.wave())),
                words.column("statistics.check.operator", 16, Difference::operator),
                words.column("statistics.check.figure", 24, Difference::figure),
                words.column("statistics.check.kept", 14, Difference::kept),
                words.column("statistics.check.counted", 14, Difference::counted));
        return ListFile.of(
                        "statistics check",
                        new PagedTable<>(words.of("statistics.checks"), columns, Pages.of(checks.differences(check))))
                .by("check", check);
    }
}
