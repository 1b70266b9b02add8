package vn.canhbao.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
        double counting,
        Map<String, Double> pages,
        Map<String, Double> documents,
        double checking,
        TallyCheck check)
        implements BenchReport {

    @Override
    public boolean complete() {
        return check.differences() == 0 && check.messages() == messages;
    }

    @Override
    public String table() {
        return """

                Thống kê một năm (statistics of a year), %s, %,d tin, %d chiến dịch (messages, campaigns)
                %s
                %s
                  đếm lần đầu mọi đợt (first count of all waves)  %8.2f s
                  đối soát (full count): %,d tin, %d sai lệch (differences)  %8.2f s
                """.formatted(
                        options.database(),
                        messages,
                        SentYear.CAMPAIGNS,
                        lines(pages),
                        lines(documents),
                        counting,
                        check.messages(),
                        check.differences(),
                        checking);
    }

    private static String lines(Map<String, Double> seconds) {
        return seconds.entrySet().stream()
                .map(entry -> "  %-50s %8.3f s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"year\",\"db\":\"%s\",\"messages\":%d,\"pages\":%s,\"documents\":%s,\"counting\":%.2f,"
                        + "\"checking\":%.2f,\"differences\":%d}",
                options.database().name().toLowerCase(Locale.ROOT),
                messages,
                json(pages),
                json(documents),
                counting,
                checking,
                check.differences());
    }

    private static String json(Map<String, Double> seconds) {
        return seconds.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "\"%s\":%.3f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
