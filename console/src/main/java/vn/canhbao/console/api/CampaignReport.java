package vn.canhbao.console.api;

import java.util.List;
import java.util.stream.Stream;
import vn.canhbao.core.message.Tallies;

/**
 * A campaign's figures by operator and in total.
 *
 * @param totalsAddUp whether every row and the total are the sums they claim to be; computed, never assumed
 */
public record CampaignReport(Subject campaign, List<Row> operators, Row total, boolean totalsAddUp) {

    /** The operators, and the total last. */
    public List<Row> rows() {
        return Stream.concat(operators.stream(), Stream.of(total)).toList();
    }

    /** What the report is about. */
    public record Subject(long id, String name, String status, Boolean clean) {}

    /**
     * One operator, or the total with a {@code null} operator.
     *
     * @param meanSecondsToReceipt from submit_sm_resp to the final receipt of delivered messages
     * @param p95SecondsToReceipt by operator only: it can't be added up
     */
    public record Row(
            String operator,
            String displayName,
            Tallies tallies,
            Double meanSecondsToReceipt,
            Double p95SecondsToReceipt) {}
}
