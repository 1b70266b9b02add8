package vn.canhbao.report;

import java.time.Instant;
import java.util.List;
import vn.canhbao.core.statistics.FailureReason;

/**
 * Everything that a report says in figures; whatever is written for whomever is written from this.
 *
 * @param asOf when it was counted
 * @param total over all messages of the period's waves, without automatic replies
 * @param people numbers that a message was prepared for, each once
 * @param peopleConfirmed numbers to which the operator confirmed at least one message
 * @param acknowledged messages that their recipients acknowledged by SMS
 * @param before the period before
 * @param broadcasts what operators say that they sent to their own subscribers: in no other figure
 */
public record ReportFacts(
        ReportPeriod period,
        Instant asOf,
        Figures total,
        long people,
        long peopleConfirmed,
        long acknowledged,
        List<Row> operators,
        List<Row> units,
        List<Row> topics,
        List<FailureCount> failures,
        List<SentCampaign> campaigns,
        Before before,
        List<ReportedBroadcast> broadcasts) {

    /** The figures of one operator, unit or topic. */
    public record Row(String name, Figures figures) {}

    /** Undelivered messages with one reason. */
    public record FailureCount(FailureReason reason, long messages) {}

    /** The same total one period earlier. */
    public record Before(ReportPeriod period, Figures total) {}

    /**
     * A campaign that sent in the period, for the annex.
     *
     * @param firstSent when its first wave of the period began
     * @param text as approved: with placeholders where a template has them
     * @param source the official source
     * @param author and {@code approver} two persons, by name
     * @param exercise whether it was an exercise or a test
     */
    public record SentCampaign(
            long id,
            String name,
            Instant firstSent,
            String senderId,
            String topic,
            String text,
            String source,
            String author,
            String approver,
            boolean exercise,
            Figures figures) {

        SentCampaign with(Figures ofIt) {
            return new SentCampaign(
                    id, name, firstSent, senderId, topic, text, source, author, approver, exercise, ofIt);
        }
    }
}
