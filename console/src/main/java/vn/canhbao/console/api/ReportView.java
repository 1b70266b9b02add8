package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.report.ReportDraft;
import vn.canhbao.report.ReportFacts;

/** An official report as scripts read it: its words, and its figures as they are now. */
public record ReportView(
        long id,
        String period,
        int version,
        ReportDraft.Words words,
        String createdBy,
        OffsetDateTime createdAt,
        String changedBy,
        OffsetDateTime changedAt,
        Facts facts) {

    /**
     * The figures; by operator, unit and topic each with the same total.
     *
     * @param broadcasts what operators report of their own sendings: in no other figure
     */
    public record Facts(
            OffsetDateTime asOf,
            FiguresView total,
            long people,
            long peopleConfirmed,
            long acknowledged,
            List<Row> operators,
            List<Row> units,
            List<Row> topics,
            List<Failure> failures,
            int campaigns,
            String before,
            FiguresView totalBefore,
            List<Broadcast> broadcasts) {}

    /** One operator, unit or topic. */
    public record Row(String name, FiguresView figures) {}

    /** What one operator reports that it sent to its own subscribers. */
    public record Broadcast(
            long id,
            String operator,
            String topic,
            String area,
            OffsetDateTime sentOn,
            long sent,
            long delivered,
            long failed) {}

    /** Undelivered messages with one reason. */
    public record Failure(String reason, String words, long messages) {}

    /** A report in a list. */
    public record Line(long id, String period, String subject, String changedBy, OffsetDateTime changedAt) {

        public static Line of(ReportDraft draft) {
            return new Line(
                    draft.id(),
                    draft.period().text(),
                    draft.subject(),
                    draft.changedBy(),
                    LocalTimes.of(draft.changedAt()));
        }
    }

    static ReportView of(ReportDraft draft, ReportFacts facts) {
        return new ReportView(
                draft.id(),
                draft.period().text(),
                draft.version(),
                draft.words(),
                draft.createdBy(),
                LocalTimes.of(draft.createdAt()),
                draft.changedBy(),
                LocalTimes.of(draft.changedAt()),
                new Facts(
                        LocalTimes.of(facts.asOf()),
                        FiguresView.of(facts.total()),
                        facts.people(),
                        facts.peopleConfirmed(),
                        facts.acknowledged(),
                        rows(facts.operators()),
                        rows(facts.units()),
                        rows(facts.topics()),
                        facts.failures().stream()
                                .map(failure -> new Failure(
                                        failure.reason().name(),
                                        failure.reason().words(),
                                        failure.messages()))
                                .toList(),
                        facts.campaigns().size(),
                        facts.before().period().text(),
                        FiguresView.of(facts.before().total()),
                        facts.broadcasts().stream()
                                .map(one -> new Broadcast(
                                        one.id(),
                                        one.operator(),
                                        one.topic(),
                                        one.area(),
                                        LocalTimes.of(one.sentOn()),
                                        one.sent(),
                                        one.delivered(),
                                        one.failed()))
                                .toList()));
    }

    private static List<Row> rows(List<ReportFacts.Row> rows) {
        return rows.stream()
                .map(row -> new Row(row.name(), FiguresView.of(row.figures())))
                .toList();
    }
}
