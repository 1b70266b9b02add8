package vn.canhbao.gateway.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The points of each link for each operator, of 100: all with the preferred link, or by weight. Where more than 15 % of a
 * link's receipts are slow, ten points go to the next link, not twice in five minutes; after a quarter of an hour without
 * that they come back, ten at a time. Where all are slow, the phones or we are, and nothing is moved. (The rule is that of
 * GOV.UK Notify.)
 */
public final class TrafficShares {

    private static final double TOO_SLOW = 0.15;
    private static final int STEP = 10;
    private static final Duration BETWEEN_SHIFTS = Duration.ofMinutes(5);
    private static final Duration CALM = Duration.ofMinutes(15);

    private static final class OfOperator {
        private final Map<String, Integer> planned;
        private final Map<String, Integer> points;
        private Instant changedAt = Instant.MIN;
        private Instant slowAt = Instant.MIN;

        private OfOperator(Map<String, Integer> planned) {
            this.planned = planned;
            points = new HashMap<>(planned);
        }
    }

    private final LinkPlan plan;
    private final Clock clock;
    private final Map<String, OfOperator> operators = new HashMap<>();
    private final Map<String, OptionalDouble> slow = new HashMap<>();

    public TrafficShares(LinkPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    public synchronized int points(String operator, String link) {
        return of(operator).points.getOrDefault(link, 0);
    }

    /** @param share of slow receipts of the link, empty: too few to say */
    public synchronized void measured(String link, OptionalDouble share) {
        slow.put(link, share);
        operators.forEach(this::judge);
    }

    private OfOperator of(String operator) {
        return operators.computeIfAbsent(operator, code -> new OfOperator(plan.points(code)));
    }

    private void judge(String operator, OfOperator shares) {
        List<String> links = plan.linksOf(operator);
        List<String> slowOnes = new ArrayList<>(links);
        slowOnes.removeIf(link -> !isSlow(link) || shares.points.getOrDefault(link, 0) == 0);
        List<String> quickOnes = new ArrayList<>(links);
        quickOnes.removeIf(this::isSlow);
        Instant now = clock.instant();
        if (!slowOnes.isEmpty() && !quickOnes.isEmpty()) {
            shares.slowAt = now;
            if (!now.isBefore(later(shares.changedAt, BETWEEN_SHIFTS))) {
                move(shares, slowOnes.getFirst(), nextAfter(slowOnes.getFirst(), links, quickOnes), now);
            }
        } else if (!now.isBefore(later(shares.slowAt, CALM))
                && !now.isBefore(later(shares.changedAt, BETWEEN_SHIFTS))) {
            driftBack(shares, links, now);
        }
    }

    private boolean isSlow(String link) {
        return slow.getOrDefault(link, OptionalDouble.empty()).orElse(0) > TOO_SLOW;
    }

    private static String nextAfter(String slowOne, List<String> links, List<String> quickOnes) {
        return quickOnes.stream()
                .filter(link -> links.indexOf(link) > links.indexOf(slowOne))
                .findFirst()
                .orElse(quickOnes.getFirst());
    }

    private static void driftBack(OfOperator shares, List<String> links, Instant now) {
        links.stream()
                .filter(link -> shares.points.get(link) < shares.planned.get(link))
                .findFirst()
                .ifPresent(poorer -> links.stream()
                        .filter(link -> shares.points.get(link) > shares.planned.get(link))
                        .findFirst()
                        .ifPresent(richer -> move(shares, richer, poorer, now)));
    }

    private static void move(OfOperator shares, String from, String to, Instant now) {
        int step = Math.min(STEP, shares.points.get(from));
        shares.points.merge(from, -step, Integer::sum);
        shares.points.merge(to, step, Integer::sum);
        shares.changedAt = now;
    }

    private static Instant later(Instant then, Duration span) {
        return then == Instant.MIN ? then : then.plus(span);
    }
}
