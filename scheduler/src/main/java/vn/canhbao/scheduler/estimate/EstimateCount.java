package vn.canhbao.scheduler.estimate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;

/** Adds up the messages made for all recipients of an audience or for an even sample of them. */
final class EstimateCount {

    private static final double CONFIDENCE_95 = 1.96;

    private final Map<String, Sums> byOperator = new TreeMap<>();
    private long counted;
    private long excluded;
    private long unusable;
    private String firstProblem;

    private static final class Sums {
        long messages;
        long segments;
        long squares;
    }

    void add(PreparedMessage message) {
        counted++;
        if (message.status() == MessageStatus.SUPPRESSED) {
            excluded++;
        } else if (message.status() == MessageStatus.FAILED) {
            unusable++;
            firstProblem = firstProblem == null ? message.detail() : firstProblem;
        } else {
            Sums sums = byOperator.computeIfAbsent(message.operatorCode(), code -> new Sums());
            sums.messages++;
            sums.segments += message.segments();
            sums.squares += (long) message.segments() * message.segments();
        }
    }

    /** For an audience of so many; as counted where everybody was. */
    CampaignEstimate of(long recipients, Instant now) {
        List<CampaignEstimate.ByOperator> operators = byOperator.entrySet().stream()
                .map(entry -> scaled(entry.getKey(), entry.getValue(), recipients))
                .toList();
        return new CampaignEstimate(
                recipients,
                scaled(excluded, recipients),
                scaled(unusable, recipients),
                firstProblem,
                counted,
                operators,
                now);
    }

    private CampaignEstimate.ByOperator scaled(String operator, Sums sums, long recipients) {
        long segments = scaled(sums.segments, recipients);
        long error = Math.round(error(sums, recipients));
        // What was seen is there, however small the sample.
        return new CampaignEstimate.ByOperator(
                operator,
                scaled(sums.messages, recipients),
                segments,
                Math.max(sums.segments, segments - error),
                segments + error);
    }

    private long scaled(long inSample, long recipients) {
        return counted == recipients || counted == 0 ? inSample : Math.round((double) inSample * recipients / counted);
    }

    // Segments of this operator a recipient (0 for everybody else's) as a random variable; drawn without replacement.
    private double error(Sums sums, long recipients) {
        if (counted == recipients || counted < 2) {
            return 0;
        }
        double mean = (double) sums.segments / counted;
        double variance = (sums.squares - counted * mean * mean) / (counted - 1);
        double unseen = 1 - (double) counted / recipients;
        return CONFIDENCE_95 * recipients * Math.sqrt(Math.max(0, variance) / counted * unseen);
    }
}
