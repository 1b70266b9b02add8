package vn.canhbao.bench;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import vn.canhbao.bench.Stopwatch.Timing;
import vn.canhbao.core.statistics.Reconciliation;
import vn.canhbao.core.statistics.TallyCheck;
import vn.canhbao.core.statistics.TallyKeeper;
import vn.canhbao.report.ReportDesk;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportFactsReader;
import vn.canhbao.report.ReportPeriod;
import vn.canhbao.report.StatisticsReader;
import vn.canhbao.report.UnreachedPeople;
import vn.canhbao.report.document.ReportDocuments;
import vn.canhbao.report.table.StatisticsTables;
import vn.canhbao.report.table.XlsxFile;

/**
 * A year of messages: how long each statistics page reads, how long the yearly report takes, and whether a full count
 * finds what is kept.
 */
final class YearBench {

    private static final int RUNS = 5;

    private final BenchOptions options;

    YearBench(BenchOptions options) {
        this.options = options;
    }

    YearReport run() throws Exception {
        DurableBench.say("khởi động cơ sở dữ liệu %s…", options.database());
        try (BenchDatabase database = BenchDatabase.start(options.database());
                var application = YearApplication.start(database)) {
            Map<String, ProcessHandle> processes = new LinkedHashMap<>();
            processes.put("bench", ProcessHandle.current());
            database.server().ifPresent(mysqld -> processes.put("mysqld", mysqld));
            Stopwatch watch = new Stopwatch(processes);
            DurableBench.say(
                    "%,d tin của %d chiến dịch (messages, campaigns)…", options.messages(), SentYear.CAMPAIGNS);
            long messages = new SentYear(application).write(options.messages());
            DurableBench.say("đếm lần đầu (the first count of all waves)…");
            Timing counting =
                    watch.once(() -> application.getBean(TallyKeeper.class).refreshAll());
            DurableBench.say("các trang thống kê, báo cáo năm (statistics pages, yearly report)…");
            Map<String, Timing> pages = pages(application, watch);
            Map<String, Timing> documents = documents(application, watch);
            DurableBench.say("đối soát (full count)…");
            Reconciliation reconciliation = application.getBean(Reconciliation.class);
            TallyCheck[] check = new TallyCheck[1];
            Timing checking = watch.once(() -> check[0] = reconciliation.run(reconciliation.begin("bench")));
            return new YearReport(options, messages, counting, pages, documents, checking, check[0]);
        }
    }

    private static Map<String, Timing> pages(ApplicationContext application, Stopwatch watch) throws Exception {
        StatisticsReader statistics = application.getBean(StatisticsReader.class);
        UnreachedPeople unreached = application.getBean(UnreachedPeople.class);
        Map<String, Timing> pages = new LinkedHashMap<>();
        for (String period : new String[] {SentYear.YEAR + "", SentYear.YEAR + "-Q4", SentYear.YEAR + "-11"}) {
            pages.put(
                    "/statistics?period=" + period,
                    watch.slowest(RUNS, () -> StatisticsTables.all(statistics.read(ReportPeriod.parse(period)))));
        }
        pages.put("/statistics/unreached?campaigns=100", watch.slowest(RUNS, () -> {
            unreached.count(100);
            unreached.page(100, 0, 101);
        }));
        pages.put("/statistics/tables.xlsx", watch.slowest(RUNS, () -> {
            try (var file = new XlsxFile(OutputStream.nullOutputStream())) {
                file.tables(StatisticsTables.all(statistics.read(ReportPeriod.parse(SentYear.YEAR + ""))));
            }
        }));
        return pages;
    }

    private static Map<String, Timing> documents(ApplicationContext application, Stopwatch watch) throws Exception {
        ReportPeriod year = ReportPeriod.parse(SentYear.YEAR + "");
        ReportDraft draft = application.getBean(ReportDesk.class).begin(year, "bench");
        ReportFactsReader facts = application.getBean(ReportFactsReader.class);
        ReportDocuments documents = application.getBean(ReportDocuments.class);
        Map<String, Timing> times = new LinkedHashMap<>();
        times.put("DOCX", watch.once(() -> documents.docx(draft, facts.read(year), new ByteArrayOutputStream())));
        times.put("PDF", watch.once(() -> documents.pdf(draft, facts.read(year), new ByteArrayOutputStream())));
        return times;
    }
}
