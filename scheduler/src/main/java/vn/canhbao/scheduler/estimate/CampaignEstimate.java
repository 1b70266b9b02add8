package vn.canhbao.scheduler.estimate;

import java.time.Instant;
import java.util.List;

/**
 * What a campaign would send if it were prepared now, without cost and time.
 *
 * @param recipients people of the audience, each once
 * @param excluded of them, those who get no message (suppressed, over a cap)
 * @param unusable of them, those whose personal text can't be sent
 * @param firstProblem why, of the first of these; {@code null}: none
 * @param counted whose text was made; fewer than the recipients: the figures are an estimate from an even sample
 */
public record CampaignEstimate(
        long recipients,
        long excluded,
        long unusable,
        String firstProblem,
        long counted,
        List<ByOperator> operators,
        Instant computedAt) {

    /**
     * The messages to an operator's numbers.
     *
     * @param segments submit_sm; in an estimate between {@code fewest} and {@code most} with 95 % confidence
     */
    public record ByOperator(String operator, long messages, long segments, long fewest, long most) {}

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
