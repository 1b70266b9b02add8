package vn.canhbao.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.canhbao.bench.Stopwatch.Timing;
import vn.canhbao.core.statistics.TallyCheck;

/**
 * A year's statistics as measured, all in seconds.
 *
 * @param counting the first count of all waves
 * @param pages the slowest of several reads of each
 * @param documents facts and file of each
 * @param checking the full count
 */
record YearReport(
        BenchOptions options,
        long messages,
        Timing counting,
        Map<String, Timing> pages,
        Map<String, Timing> documents,
        Timing checking,
        TallyCheck check)
        implements BenchReport {

    @Override
    public boolean complete() {
        return check.differences() == 0 && check.messages() == messages;
    }

    @Override
    public String table() {
        return """

                Thống kê một năm (statistics of a year), %s, %,d tin, %d chiến dịch (messages, campaigns); giây, trong ngoặc: giây CPU (seconds, CPU seconds)
                %s
                %s
                %s
                %s: %,d tin, %d sai lệch (differences)
                """.formatted(
                        options.database(),
                        messages,
                        SentYear.CAMPAIGNS,
                        lines(pages),
                        lines(documents),
                        line("đếm lần đầu mọi đợt (first count of all waves)", counting),
                        line("đối soát (full count)", checking),
                        check.messages(),
                        check.differences());
    }

    private static String lines(Map<String, Timing> times) {
        return times.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String what, Timing timing) {
        return "  %-50s %8.3f (%.2f)".formatted(what, timing.seconds(), timing.cpu());
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"year\",\"db\":\"%s\",\"messages\":%d,\"pages\":%s,\"documents\":%s,\"counting\":%s,"
                        + "\"checking\":%s,\"differences\":%d}",
                options.database().name().toLowerCase(Locale.ROOT),
                messages,
                json(pages),
                json(documents),
                counting.json(),
                checking.json(),
                check.differences());
    }

    private static String json(Map<String, Timing> times) {
        return times.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue().json())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
