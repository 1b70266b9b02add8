package vn.canhbao.report;

import java.time.Instant;
import java.util.List;
import vn.canhbao.report.ReportFacts.FailureCount;

/**
 * A period's figures in every division, each adding up to the same total.
 *
 * @param asOf when the figures were counted: earlier than now where a wave is on its way
 * @param people numbers that a message was prepared for, each once
 * @param peopleConfirmed numbers to which the operator confirmed at least one message
 * @param campaigns in the order of their sending, like {@code waves}
 * @param periods by day or month, also those without a message
 * @param before the total one period earlier
 */
public record Statistics(
        ReportPeriod period,
        Instant asOf,
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
        List<FailureCount> failures,
        Line before) {

    /**
     * One campaign, wave, operator, unit, topic, sender or span of time.
     *
     * @param campaign its id where the line is a campaign or wave, else {@code null}
     * @param acknowledged messages that their recipients acknowledged by SMS
     * @param p50 seconds from submit_sm to the operator's confirmation, of half of the confirmed messages; {@code null} where
     *     none was timed, and by unit
     * @param p95 of 95 %
     */
    public record Line(String name, Long campaign, Figures figures, long acknowledged, Double p50, Double p95) {}

    /** What the figures may be divided by. */
    public enum Division {
        CAMPAIGN,
        WAVE,
        OPERATOR,
        UNIT,
        TOPIC,
        SENDER,
        PERIOD
    }

    public List<Line> by(Division division) {
        return switch (division) {
            case CAMPAIGN -> campaigns;
            case WAVE -> waves;
            case OPERATOR -> operators;
            case UNIT -> units;
            case TOPIC -> topics;
            case SENDER -> senders;
            case PERIOD -> periods;
        };
    }
}
