package vn.canhbao.scheduler.estimate;

import java.time.Instant;
import java.util.List;

/**
 * What a campaign would send if it were prepared now, all its waves together, without cost and time. A recurring wave
 * counts once.
 *
 * @param recipients people of the audience, each once
 * @param addressed of them, those whom a wave addresses; {@code null} in estimates from before it was counted
 * @param excluded of these, those who get no message (suppressed, over a cap)
 * @param unusable of these, those whose personal text can't be sent
 * @param firstProblem why, of the first of these; {@code null}: none
 * @param counted whose text was made; fewer than the recipients: the figures are an estimate from an even sample
 * @param perhaps messages on top at most, to those whom the waves before do not reach or who do not acknowledge
 * @param units people by unit, the largest first, of the largest ones
 */
public record CampaignEstimate(
        long recipients,
        Long addressed,
        long excluded,
        long unusable,
        String firstProblem,
        long counted,
        Long perhaps,
        List<ByOperator> operators,
        List<ByWave> waves,
        List<ByUnit> units,
        Instant computedAt) {

    public CampaignEstimate {
        perhaps = perhaps == null ? 0 : perhaps;
        waves = waves == null ? List.of() : waves;
        units = units == null ? List.of() : units;
    }

    /**
     * The messages to an operator's numbers.
     *
     * @param segments submit_sm; in an estimate between {@code fewest} and {@code most} with 95 % confidence
     */
    public record ByOperator(String operator, long messages, long segments, long fewest, long most) {}

    /**
     * The messages of a wave to an operator's numbers.
     *
     * @param segments submit_sm
     */
    public record ByWave(int position, String operator, long messages, long segments) {}

    /** @param unit {@code null} for people without one */
    public record ByUnit(String unit, long people) {}

    public boolean exact() {
        return counted == recipients;
    }

    public long messages() {
        return operators.stream().mapToLong(ByOperator::messages).sum();
    }

    public long segments() {
        return operators.stream().mapToLong(ByOperator::segments).sum();
    }
}
