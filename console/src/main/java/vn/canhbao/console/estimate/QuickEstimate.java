package vn.canhbao.console.estimate;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.canhbao.core.operator.Tariffs;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;

/** What a campaign that is being written costs and takes, as if everybody's text were as long as the one that is shown. */
@Component
public class QuickEstimate {

    private final Tariffs tariffs;
    private final Links links;
    private final LinkPlan plan;

    QuickEstimate(Tariffs tariffs, Links links, LinkPlan plan) {
        this.tariffs = tariffs;
        this.links = links;
        this.plan = plan;
    }

    /**
     * For one sending to everybody.
     *
     * @param vnd {@code null} where an operator has no tariff
     * @param sending at the links' rates
     */
    public record Of(long messages, long segments, Long vnd, Duration sending) {}

    /** @param people by operator */
    public Of of(Map<String, Long> people, int segmentsEach, boolean exercise) {
        Map<String, Integer> perSegment = tariffs.today();
        Map<String, Long> segments = people.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue() * segmentsEach));
        long messages = people.values().stream().mapToLong(Long::longValue).sum();
        Long vnd = perSegment.keySet().containsAll(people.keySet())
                ? (Long) segments.entrySet().stream()
                        .mapToLong(one -> one.getValue() * perSegment.get(one.getKey()))
                        .sum()
                : null;
        Duration sending = new LinkTime(
                        plan,
                        links.all().stream()
                                .collect(Collectors.toMap(
                                        LinkState::name, link -> link.running().submitsPerSecond())))
                .of(segments, exercise);
        return new Of(messages, messages * segmentsEach, vnd, sending == null ? Duration.ZERO : sending);
    }
}
