package vn.canhbao.console.api;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.statistics.TallyCheck;
import vn.canhbao.core.statistics.TallyChecks;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.ReportedBroadcasts;
import vn.canhbao.report.StatisticsReader;
import vn.canhbao.report.UnreachedPeople;

/** Statistics of a period, who was never reached, and the full counts that check them. */
@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsApi {

    private final StatisticsReader statistics;
    private final ReportedBroadcasts broadcasts;
    private final StatisticsFiles files;
    private final UnreachedPeople unreached;
    private final TallyChecks checks;
    private final CheckStart start;

    StatisticsApi(
            StatisticsReader statistics,
            ReportedBroadcasts broadcasts,
            StatisticsFiles files,
            UnreachedPeople unreached,
            TallyChecks checks,
            CheckStart start) {
        this.statistics = statistics;
        this.broadcasts = broadcasts;
        this.files = files;
        this.unreached = unreached;
        this.checks = checks;
        this.start = start;
    }

    /** {@code period} as in reports: {@code 2026-11}, {@code 2026-Q4}, {@code 2026}, {@code 2026-11-01/2026-11-20}. */
    @GetMapping
    StatisticsView read(@RequestParam(required = false) String period) {
        ReportPeriod read = ReportPeriod.parse(period);
        return StatisticsView.of(statistics.read(read), broadcasts.of(read));
    }

    @GetMapping("/tables.xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam(required = false) String period, Principal person) throws IOException {
        return files.xlsx(ReportPeriod.parse(period), person.getName());
    }

    @GetMapping("/tables.csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) String period, Principal person) throws IOException {
        return files.csv(ReportPeriod.parse(period), person.getName());
    }

    /** Recipients with a message in each … of the latest campaigns and never a confirmed one; {@code after} is the last id seen. */
    @GetMapping("/unreached")
    Page<Unreached> unreached(
            @RequestParam(defaultValue = "10") int campaigns,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            Authentication person) {
        Page.check(limit);
        MaskedMsisdn shown = MaskedMsisdn.forRoles(Role.of(person));
        return Page.of(
                unreached.page(campaigns, after, limit + 1),
                limit,
                one -> new Unreached(one.recipient(), shown.show(one.msisdn()), one.unit()),
                last -> "/api/v1/statistics/unreached?campaigns=" + campaigns + "&after=" + last.recipient() + "&limit="
                        + limit);
    }

    @GetMapping("/checks")
    Page<CheckView> checks(
            @RequestParam(required = false) Long before, @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Page.check(limit);
        return Page.of(
                checks.page(before, limit + 1),
                limit,
                check -> CheckView.of(check, List.of()),
                last -> "/api/v1/statistics/checks?before=" + last.id() + "&limit=" + limit);
    }

    /** Counts every message in the background; the answer says where to look. */
    @PostMapping("/checks")
    ResponseEntity<CheckView> check(Principal person) {
        TallyCheck begun = start.begin(person.getName());
        return ResponseEntity.created(URI.create("/api/v1/statistics/checks/" + begun.id()))
                .body(CheckView.of(begun, List.of()));
    }

    @GetMapping("/checks/{id}")
    CheckView check(@PathVariable long id) {
        return CheckView.of(checks.get(id), checks.differences(id));
    }

    /** Somebody who was never reached. */
    record Unreached(long recipient, String msisdn, String unit) {}
}
