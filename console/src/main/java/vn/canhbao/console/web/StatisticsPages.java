package vn.canhbao.console.web;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.canhbao.console.api.StatisticsFiles;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.ReportedBroadcasts;
import vn.canhbao.report.Statistics;
import vn.canhbao.report.Statistics.Division;
import vn.canhbao.report.StatisticsReader;
import vn.canhbao.report.table.BroadcastTables;
import vn.canhbao.report.table.StatisticsTables;

/** Statistics of a period, divided by one thing at a time, with charts and the files of all tables. */
@Controller
class StatisticsPages {

    private final StatisticsReader statistics;
    private final ReportedBroadcasts broadcasts;
    private final StatisticsFiles files;
    private final Clock clock;

    StatisticsPages(StatisticsReader statistics, ReportedBroadcasts broadcasts, StatisticsFiles files, Clock clock) {
        this.statistics = statistics;
        this.broadcasts = broadcasts;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/statistics")
    String statistics(
            @RequestParam(required = false) String period,
            @RequestParam(defaultValue = "CAMPAIGN") Division by,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        Statistics read = statistics.read(period(period));
        List<Statistics.Line> lines = read.by(by);
        RowsShown shown = RowsShown.from(from, lines.size());
        boolean time = by == Division.PERIOD;
        model.addAttribute("statistics", read);
        model.addAttribute("asOf", read.asOf().atZone(ClockConfiguration.LOCAL));
        model.addAttribute("by", by);
        model.addAttribute("divisions", Division.values());
        model.addAttribute("shown", shown);
        model.addAttribute("lines", shown.of(lines));
        model.addAttribute("table", ShownTable.of(StatisticsTables.of(read, by)).part(shown));
        model.addAttribute("funnel", ShownTable.of(StatisticsTables.funnel(read)));
        model.addAttribute("failures", ShownTable.of(StatisticsTables.failures(read)));
        model.addAttribute("comparison", ShownTable.of(StatisticsTables.comparison(read)));
        model.addAttribute("chart", ChartData.of(lines, time));
        model.addAttribute("funnelChart", ChartData.funnel(read.total()));
        model.addAttribute("failuresChart", ChartData.failures(read.failures()));
        model.addAttribute(
                "broadcastTables",
                BroadcastTables.of(broadcasts.of(read.period()), read.total().figures()).stream()
                        .map(ShownTable::of)
                        .toList());
        return "statistics";
    }

    @GetMapping("/statistics/tables.xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam(required = false) String period, Principal person) throws IOException {
        return files.xlsx(period(period), person.getName());
    }

    @GetMapping("/statistics/tables.csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) String period, Principal person) throws IOException {
        return files.csv(period(period), person.getName());
    }

    /** Nothing said: this year. */
    private ReportPeriod period(String asked) {
        return ReportPeriod.parse(
                asked == null || asked.isBlank()
                        ? Integer.toString(LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL)
                                .getYear())
                        : asked);
    }
}
