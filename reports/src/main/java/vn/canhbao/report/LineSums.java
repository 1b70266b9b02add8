package vn.canhbao.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.canhbao.core.statistics.DeliveryTimes;
import vn.canhbao.report.Statistics.Line;
import vn.canhbao.report.TallyCells.SentWave;

/** Adds up cells by what they have in common. */
final class LineSums<K> {

    private final Map<K, Sum> sums = new LinkedHashMap<>();

    void begin(K key) {
        sums.computeIfAbsent(key, any -> new Sum());
    }

    void figures(K key, Figures figures) {
        Sum sum = sums.computeIfAbsent(key, any -> new Sum());
        sum.figures = sum.figures.plus(figures);
    }

    void acknowledged(K key, long messages) {
        sums.computeIfAbsent(key, any -> new Sum()).acknowledged += messages;
    }

    void timed(K key, int bucket, long messages) {
        sums.computeIfAbsent(key, any -> new Sum()).times.add(bucket, messages);
    }

    /** In the order in which the keys came. */
    List<Line> lines(Function<K, String> name, Function<K, Long> campaign) {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().line(name.apply(entry.getKey()), campaign.apply(entry.getKey())))
                .toList();
    }

    /** The largest first. */
    List<Line> largestFirst(Function<K, String> name) {
        return lines(name, any -> null).stream()
                .sorted(Comparator.comparingLong((Line line) -> line.figures().planned())
                        .reversed()
                        .thenComparing(Line::name))
                .toList();
    }

    /** What a wave's messages of an operator are counted under. */
    interface Key<K> {
        K of(SentWave wave, String operator);
    }

    private static final class Sum {

        private final DeliveryTimes times = new DeliveryTimes();
        private Figures figures = Figures.NONE;
        private long acknowledged;

        Line line(String name, Long campaign) {
            return new Line(
                    name, campaign, figures, acknowledged, tenth(times.percentile(0.5)), tenth(times.percentile(0.95)));
        }

        private static Double tenth(Double seconds) {
            return seconds == null ? null : Math.round(seconds * 10) / 10.0;
        }
    }
}
