package vn.canhbao.gateway.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which link may claim how much of which operator: all of it where it is the only one that has points and works, else so
 * much that what the links have claimed stays level with their points. A link that sends nothing, or of which nothing is
 * accepted, loses its part to the others, and gets it back when it works again.
 */
public final class LinkRouting {

    /** How far a link may be ahead of the others, so that they need not wait for each other all the time. */
    private static final int AHEAD = 20;

    private final LinkPlan plan;
    private final List<String> operators;
    private final Predicate<String> up;
    private final Predicate<String> accepting;
    private final TrafficShares shares;
    private final Map<String, Map<String, Double>> claimedPerPoint = new HashMap<>();

    /**
     * @param operators every operator code
     * @param up whether a link, by name, may send
     * @param accepting whether its SMSC has accepted anything lately
     */
    public LinkRouting(
            LinkPlan plan,
            Collection<String> operators,
            Predicate<String> up,
            Predicate<String> accepting,
            TrafficShares shares) {
        this.plan = plan;
        this.operators = List.copyOf(operators);
        this.up = up;
        this.accepting = accepting;
        this.shares = shares;
    }

    /** What the link may claim into so many free places, in turn. */
    public List<ClaimTurn> turns(String link, int room) {
        List<String> alone = new ArrayList<>();
        List<ClaimTurn> turns = new ArrayList<>();
        for (String operator : operators) {
            List<String> sharing =
                    plan.linksBeside(link, operator).contains(link) ? working(operator, link) : List.of();
            if (sharing.equals(List.of(link))) {
                alone.add(operator);
            } else if (sharing.contains(link)) {
                int limit = Math.min(room, allowance(operator, link, sharing));
                if (limit > 0) {
                    turns.add(
                            new ClaimTurn(List.of(operator), limit, count -> claimed(operator, link, count, sharing)));
                }
            }
        }
        if (!alone.isEmpty()) {
            turns.addFirst(ClaimTurn.of(alone, room));
        }
        return turns;
    }

    /** The operators of whose messages the link takes any now. */
    public List<String> operatorsOf(String link) {
        return operators.stream()
                .filter(operator -> plan.linksBeside(link, operator).contains(link))
                .filter(operator -> working(operator, link).contains(link))
                .toList();
    }

    /** The operators that a link may serve at all, up or not. */
    public List<String> mayServe(String link) {
        return operators.stream()
                .filter(operator -> plan.linksBeside(link, operator).contains(link))
                .toList();
    }

    /** The operator whose preferred link this is, or {@code null}: it is no operator's, or of several. */
    public String firstServedBy(String link) {
        List<String> first = operators.stream()
                .filter(operator -> plan.linksOf(operator).getFirst().equals(link))
                .toList();
        return first.size() == 1 ? first.getFirst() : null;
    }

    /** Links that send nothing now, or of which nothing is accepted. */
    public List<String> out() {
        return plan.links().keySet().stream()
                .filter(link -> !up.test(link) || !accepting.test(link))
                .toList();
    }

    // Exercise links and public ones never stand in for each other.
    private List<String> working(String operator, String beside) {
        List<String> bound =
                plan.linksBeside(beside, operator).stream().filter(up).toList();
        List<String> able = bound.stream().filter(accepting).toList();
        // Where nothing is accepted anywhere, the preferred link goes on asking.
        List<String> candidates = able.isEmpty() ? bound : able;
        List<String> withPoints = candidates.stream()
                .filter(link -> shares.points(operator, link) > 0)
                .toList();
        if (!withPoints.isEmpty()) {
            return withPoints;
        }
        return candidates.isEmpty() ? List.of() : List.of(candidates.getFirst());
    }

    private synchronized int allowance(String operator, String link, List<String> sharing) {
        Map<String, Double> claimed = level(operator, sharing);
        double least = sharing.stream().mapToDouble(claimed::get).min().orElse(0);
        int points = shares.points(operator, link);
        return (int) Math.ceil((least - claimed.get(link)) * points + AHEAD * points / 100.0);
    }

    private synchronized void claimed(String operator, String link, int count, List<String> sharing) {
        level(operator, sharing).merge(link, (double) count / shares.points(operator, link), Double::sum);
    }

    // One that was away begins level with the others: what went over them meanwhile is not made up for.
    private Map<String, Double> level(String operator, List<String> sharing) {
        Map<String, Double> claimed = claimedPerPoint.computeIfAbsent(
                operator + "/" + plan.carries(sharing.getFirst()), code -> new HashMap<>());
        claimed.keySet().retainAll(sharing);
        double most =
                claimed.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        sharing.forEach(link -> claimed.putIfAbsent(link, most));
        return claimed;
    }
}
