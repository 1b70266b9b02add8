package vn.canhbao.scheduler.estimate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;

/** Adds up the messages made for all recipients of an audience or for an even sample of them. */
final class EstimateCount {

    private static final double CONFIDENCE_95 = 1.96;
    private static final String NO_UNIT = "";
    private static final int UNITS_KEPT = 20;
    private static final int WAVES_KEPT = 10;

    private final Map<String, Sums> byOperator = new TreeMap<>();
    private final Map<Integer, Map<String, Sums>> byWave = new TreeMap<>();
    private final Map<String, Long> people = new HashMap<>();
    private long counted;
    private long addressed;
    private long perhaps;
    private long excluded;
    private long unusable;
    private String firstProblem;

    private static final class Sums {
        long messages;
        long segments;
        long squares;
    }

    /**
     * A recipient's message, in these waves.
     *
     * @param unit may be {@code null}
     */
    void add(PreparedMessage message, String unit, WaveShares.Of waves) {
        counted++;
        if (waves.surely().isEmpty()) {
            return;
        }
        addressed++;
        people.merge(unit == null ? NO_UNIT : unit, 1L, Long::sum);
        if (message.status() == MessageStatus.SUPPRESSED) {
            excluded++;
        } else if (message.status() == MessageStatus.FAILED) {
            unusable++;
            firstProblem = firstProblem == null ? message.detail() : firstProblem;
        } else {
            int times = waves.surely().size();
            long segments = (long) message.segments() * times;
            Sums sums = byOperator.computeIfAbsent(message.operatorCode(), code -> new Sums());
            sums.messages += times;
            sums.segments += segments;
            sums.squares += segments * segments;
            perhaps += waves.perhaps().size();
            waves.surely().forEach(wave -> {
                Sums ofWave = byWave.computeIfAbsent(wave, position -> new TreeMap<>())
                        .computeIfAbsent(message.operatorCode(), code -> new Sums());
                ofWave.messages++;
                ofWave.segments += message.segments();
            });
        }
    }

    /** For an audience of so many; as counted where everybody was. */
    CampaignEstimate of(long recipients, Instant now) {
        List<CampaignEstimate.ByOperator> operators = byOperator.entrySet().stream()
                .map(entry -> scaled(entry.getKey(), entry.getValue(), recipients))
                .toList();
        return new CampaignEstimate(
                recipients,
                scaled(addressed, recipients),
                scaled(excluded, recipients),
                scaled(unusable, recipients),
                firstProblem,
                counted,
                scaled(perhaps, recipients),
                operators,
                waves(recipients),
                units(recipients),
                now);
    }

    private List<CampaignEstimate.ByWave> waves(long recipients) {
        return byWave.entrySet().stream()
                .limit(WAVES_KEPT)
                .flatMap(wave -> wave.getValue().entrySet().stream()
                        .map(operator -> new CampaignEstimate.ByWave(
                                wave.getKey(),
                                operator.getKey(),
                                scaled(operator.getValue().messages, recipients),
                                scaled(operator.getValue().segments, recipients))))
                .toList();
    }

    private List<CampaignEstimate.ByUnit> units(long recipients) {
        return people.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(UNITS_KEPT)
                .map(unit -> new CampaignEstimate.ByUnit(
                        unit.getKey().equals(NO_UNIT) ? null : unit.getKey(), scaled(unit.getValue(), recipients)))
                .toList();
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
