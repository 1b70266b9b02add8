package vn.canhbao.console.web;

import java.util.List;
import java.util.function.ToLongFunction;
import tools.jackson.databind.json.JsonMapper;
import vn.canhbao.report.Figures;
import vn.canhbao.report.ReportFacts.FailureCount;
import vn.canhbao.report.Statistics.Line;

/**
 * What {@code charts.js} draws: stacked bars.
 *
 * @param upright columns, for time; else bars with their names at the left
 */
record ChartData(boolean upright, List<String> labels, List<Series> series) {

    /** The longest lists are cut: what is small is not seen anyway, and the table has it. */
    private static final int MOST_BARS = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One colour of all bars; the same ones as in documents. */
    record Series(String name, String colour, List<Long> values) {}

    /** What became of the messages of each line. */
    static ChartData of(List<Line> lines, boolean upright) {
        List<Line> shown = upright || lines.size() <= MOST_BARS ? lines : lines.subList(0, MOST_BARS);
        return new ChartData(
                upright,
                shown.stream().map(Line::name).toList(),
                List.of(
                        series(shown, "Nhà mạng xác nhận", "#1f5a8a", Figures::confirmed),
                        series(shown, "Phát một phần", "#7fa8cc", Figures::partly),
                        series(shown, "Không phát được", "#b3261e", Figures::undelivered),
                        series(shown, "Chưa rõ, chờ gửi", "#d9d9d9", figures -> figures.unclear() + figures.waiting()),
                        series(shown, "Không gửi", "#8c8c8c", Figures::withheld)));
    }

    static ChartData funnel(Line total) {
        return new ChartData(
                false,
                List.of("Dự kiến", "Đã chuyển cho nhà mạng", "Nhà mạng xác nhận", "Người nhận xác nhận"),
                List.of(new Series(
                        "Số tin",
                        "#1f5a8a",
                        List.of(
                                total.figures().planned(),
                                total.figures().submitted(),
                                total.figures().confirmed(),
                                total.acknowledged()))));
    }

    static ChartData failures(List<FailureCount> failures) {
        return new ChartData(
                false,
                failures.stream().map(failure -> failure.reason().words()).toList(),
                List.of(new Series(
                        "Số tin",
                        "#b3261e",
                        failures.stream().map(FailureCount::messages).toList())));
    }

    /** For the attribute that the script reads. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** How high it must be for its bars: a class of the style sheet. */
    public String height() {
        if (upright || labels.size() <= 6) {
            return "low";
        }
        return labels.size() <= 12 ? "middle" : "high";
    }

    private static Series series(List<Line> lines, String name, String colour, ToLongFunction<Figures> figure) {
        return new Series(
                name,
                colour,
                lines.stream().map(line -> figure.applyAsLong(line.figures())).toList());
    }
}
