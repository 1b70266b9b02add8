package vn.canhbao.console.estimate;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.canhbao.gateway.link.LinkPlan;

/** How long the links need for a campaign's segments: as long as the one that has most to do for its rate. */
final class LinkTime {

    private final LinkPlan plan;
    private final Map<String, Integer> perSecond;

    /** @param perSecond segments a second by link name; 0: no limit */
    LinkTime(LinkPlan plan, Map<String, Integer> perSecond) {
        this.plan = plan;
        this.perSecond = perSecond;
    }

    /** The links that an operator's messages go over while all of them work; empty: none. */
    List<String> linksOf(String operator, boolean exercise) {
        List<String> serving = plan.links().keySet().stream()
                .filter(link -> plan.carries(link).campaign(exercise))
                .findFirst()
                .map(link -> plan.linksBeside(link, operator))
                .orElse(List.of());
        Map<String, Integer> weights = plan.weights().getOrDefault(operator, Map.of());
        List<String> weighed = serving.stream()
                .filter(link -> weights.getOrDefault(link, 0) > 0)
                .toList();
        return weighed.isEmpty() ? serving.stream().limit(1).toList() : weighed;
    }

    /** {@code null} where no rate limits it. */
    Duration of(Map<String, Long> segmentsOf, boolean exercise) {
        Map<String, Double> ofLink = new HashMap<>();
        double seconds = 0;
        for (Map.Entry<String, Long> operator : segmentsOf.entrySet()) {
            share(operator.getKey(), operator.getValue(), exercise)
                    .forEach((link, segments) -> ofLink.merge(link, segments, Double::sum));
            Integer most = plan.operatorRates().get(operator.getKey());
            seconds = Math.max(seconds, most == null ? 0 : (double) operator.getValue() / most);
        }
        for (Map.Entry<String, Double> link : ofLink.entrySet()) {
            int rate = perSecond.getOrDefault(link.getKey(), 0);
            seconds = Math.max(seconds, rate == 0 ? 0 : link.getValue() / rate);
        }
        return seconds == 0 ? null : Duration.ofSeconds((long) Math.ceil(seconds));
    }

    private Map<String, Double> share(String operator, long segments, boolean exercise) {
        List<String> links = linksOf(operator, exercise);
        Map<String, Integer> weights = plan.weights().getOrDefault(operator, Map.of());
        double sum =
                links.stream().mapToInt(link -> weights.getOrDefault(link, 1)).sum();
        return links.stream()
                .collect(Collectors.toMap(link -> link, link -> segments * weights.getOrDefault(link, 1) / sum));
    }
}
