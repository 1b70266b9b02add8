package vn.canhbao.report.document;

import java.util.List;
import vn.canhbao.report.ReportFacts;

/**
 * Horizontal bars, stacked: what became of the messages of each operator.
 *
 * @param bars their names, the first one at the top
 * @param series what they are made of
 */
record BarChart(String title, List<String> bars, List<Series> series) {

    /**
     * One colour of all bars.
     *
     * @param colour RGB in hexadecimal; they differ in brightness too, for a black and white copy
     */
    record Series(String name, String colour, List<Long> values) {}

    static BarChart ofOperators(ReportFacts facts) {
        var rows = facts.operators();
        return new BarChart(
                "Biểu đồ: kết quả theo nhà mạng (số tin)",
                rows.stream().map(ReportFacts.Row::name).toList(),
                List.of(
                        new Series(
                                "Nhà mạng xác nhận",
                                "1F5A8A",
                                rows.stream()
                                        .map(row -> row.figures().confirmed())
                                        .toList()),
                        new Series(
                                "Phát một phần",
                                "7FA8CC",
                                rows.stream().map(row -> row.figures().partly()).toList()),
                        new Series(
                                "Không phát được",
                                "B3261E",
                                rows.stream()
                                        .map(row -> row.figures().undelivered())
                                        .toList()),
                        new Series(
                                "Chưa rõ, chờ gửi",
                                "D9D9D9",
                                rows.stream()
                                        .map(row -> row.figures().unclear()
                                                + row.figures().waiting())
                                        .toList()),
                        new Series(
                                "Không gửi",
                                "8C8C8C",
                                rows.stream()
                                        .map(row -> row.figures().withheld())
                                        .toList())));
    }

    /** The longest bar. */
    long longest() {
        long longest = 0;
        for (int i = 0; i < bars.size(); i++) {
            long bar = 0;
            for (Series part : series) {
                bar += part.values().get(i);
            }
            longest = Math.max(longest, bar);
        }
        return longest;
    }
}
