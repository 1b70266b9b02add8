package vn.canhbao.console.api;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.canhbao.core.message.OperatorTally;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.message.TallyReader;
import vn.canhbao.core.operator.Operators;

/** Makes a campaign's report, for REST and the page. */
@Component
public class CampaignReports {

    private final CampaignReader campaigns;
    private final TallyReader tallies;
    private final Operators operators;

    CampaignReports(CampaignReader campaigns, TallyReader tallies, Operators operators) {
        this.campaigns = campaigns;
        this.tallies = tallies;
        this.operators = operators;
    }

    public CampaignReport of(long id) {
        return of(campaigns.view(id), tallies.byOperator(id));
    }

    /** Of all operators together. */
    public static Tallies total(List<OperatorTally> byOperator) {
        return byOperator.stream().map(OperatorTally::tallies).reduce(Tallies.NONE, CampaignReports::add);
    }

    /** Of figures that were counted already. */
    public CampaignReport of(CampaignView campaign, List<OperatorTally> byOperator) {
        Map<String, String> names = operators.displayNames();
        List<CampaignReport.Row> rows = byOperator.stream()
                .map(tally -> new CampaignReport.Row(
                        tally.operatorCode(),
                        names.getOrDefault(tally.operatorCode(), tally.operatorCode()),
                        tally.tallies(),
                        tally.meanSecondsToReceipt(),
                        tally.p95SecondsToReceipt()))
                .toList();
        Tallies total = total(byOperator);
        return new CampaignReport(
                new CampaignReport.Subject(
                        campaign.id(), campaign.name(), campaign.status().name(), campaign.clean()),
                rows,
                new CampaignReport.Row(null, "Tổng cộng", total, mean(byOperator), null),
                rows.stream().allMatch(row -> addsUp(row.tallies())) && addsUp(total));
    }

    private static boolean addsUp(Tallies t) {
        return t.planned()
                == t.pending()
                        + t.submitted()
                        + t.delivered()
                        + t.partlyDelivered()
                        + t.failed()
                        + t.expired()
                        + t.unknown()
                        + t.unanswered()
                        + t.suppressed()
                        + t.cancelled();
    }

    private static Tallies add(Tallies a, Tallies b) {
        return new Tallies(
                a.planned() + b.planned(),
                a.pending() + b.pending(),
                a.submitted() + b.submitted(),
                a.delivered() + b.delivered(),
                a.partlyDelivered() + b.partlyDelivered(),
                a.failed() + b.failed(),
                a.expired() + b.expired(),
                a.unknown() + b.unknown(),
                a.unanswered() + b.unanswered(),
                a.suppressed() + b.suppressed(),
                a.cancelled() + b.cancelled(),
                a.segments() + b.segments());
    }

    private static Double mean(List<OperatorTally> byOperator) {
        List<OperatorTally> timed = byOperator.stream()
                .filter(tally -> tally.meanSecondsToReceipt() != null)
                .toList();
        long delivered =
                timed.stream().mapToLong(tally -> tally.tallies().delivered()).sum();
        return delivered == 0
                ? null
                : timed.stream()
                                .mapToDouble(tally -> tally.meanSecondsToReceipt()
                                        * tally.tallies().delivered())
                                .sum()
                        / delivered;
    }
}
