package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.report.BothSources;
import vn.canhbao.report.ReportFacts.FailureCount;
import vn.canhbao.report.ReportedBroadcast;
import vn.canhbao.report.Statistics;

/**
 * Statistics as scripts read them: each list has the same total. {@code confirmed} is what the operator says, never that a
 * person read it; {@code acknowledged} is what people answered.
 */
record StatisticsView(
        String period,
        OffsetDateTime asOf,
        Line total,
        long people,
        long peopleConfirmed,
        List<Line> campaigns,
        List<Line> waves,
        List<Line> operators,
        List<Line> units,
        List<Line> topics,
        List<Line> senders,
        List<Line> periods,
        List<Failure> failures,
        String periodBefore,
        Line before,
        List<OperatorsOwn> broadcasts,
        BothSources bothSources) {

    /** One line; times in seconds. */
    record Line(String name, Long campaign, FiguresView figures, long acknowledged, Double p50, Double p95) {

        static Line of(Statistics.Line line) {
            return new Line(
                    line.name(),
                    line.campaign(),
                    FiguresView.of(line.figures()),
                    line.acknowledged(),
                    line.p50(),
                    line.p95());
        }

        static List<Line> of(List<Statistics.Line> lines) {
            return lines.stream().map(Line::of).toList();
        }
    }

    /** Undelivered messages with one reason. */
    record Failure(String reason, String words, long messages) {

        static Failure of(FailureCount count) {
            return new Failure(count.reason().name(), count.reason().words(), count.messages());
        }
    }

    /** What an operator reports to have sent to its own subscribers; no receipt of ours confirms it. */
    record OperatorsOwn(
            long id,
            String operator,
            String topic,
            String area,
            long subscribers,
            long sent,
            long delivered,
            long failed) {

        static OperatorsOwn of(ReportedBroadcast broadcast) {
            return new OperatorsOwn(
                    broadcast.id(),
                    broadcast.operator(),
                    broadcast.topic(),
                    broadcast.area(),
                    broadcast.subscribers(),
                    broadcast.sent(),
                    broadcast.delivered(),
                    broadcast.failed());
        }
    }

    static StatisticsView of(Statistics statistics, List<ReportedBroadcast> broadcasts) {
        return new StatisticsView(
                statistics.period().text(),
                LocalTimes.of(statistics.asOf()),
                Line.of(statistics.total()),
                statistics.people(),
                statistics.peopleConfirmed(),
                Line.of(statistics.campaigns()),
                Line.of(statistics.waves()),
                Line.of(statistics.operators()),
                Line.of(statistics.units()),
                Line.of(statistics.topics()),
                Line.of(statistics.senders()),
                Line.of(statistics.periods()),
                statistics.failures().stream().map(Failure::of).toList(),
                statistics.period().before().text(),
                Line.of(statistics.before()),
                broadcasts.stream().map(OperatorsOwn::of).toList(),
                BothSources.of(statistics.total().figures(), broadcasts));
    }
}
