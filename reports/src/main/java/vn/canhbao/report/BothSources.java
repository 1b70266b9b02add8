package vn.canhbao.report;

import java.util.List;

/**
 * Our own messages and the operators' broadcasts together: two kinds of proof, so their sum stands beside the figures, never
 * in them.
 */
public record BothSources(long sent, long delivered) {

    public static BothSources of(Figures own, List<ReportedBroadcast> theirs) {
        return new BothSources(
                own.submitted()
                        + theirs.stream().mapToLong(ReportedBroadcast::sent).sum(),
                own.confirmed()
                        + theirs.stream()
                                .mapToLong(ReportedBroadcast::delivered)
                                .sum());
    }
}
