package vn.canhbao.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.canhbao.core.db.SettableClock;

class LinkRoutingTest {

    static final List<String> LINKS = List.of("a", "b");

    final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
    final Set<String> down = new HashSet<>();
    final Set<String> stuck = new HashSet<>();

    @Test
    void thePreferredLinkTakesEverythingUntilItIsDownOrStuck() {
        LinkRouting routing = routing(Map.of());
        assertThat(claims(routing, 100)).containsExactly(100, 0);

        down.add("a");
        assertThat(claims(routing, 100)).containsExactly(0, 100);
        down.clear();
        assertThat(claims(routing, 100)).containsExactly(100, 0);

        stuck.add("a");
        assertThat(claims(routing, 100)).containsExactly(0, 100);
        assertThat(routing.out()).containsExactly("a");
    }

    @Test
    void whereNothingIsAcceptedAnywhereThePreferredLinkGoesOnAsking() {
        stuck.addAll(LINKS);

        assertThat(claims(routing(Map.of()), 10)).containsExactly(10, 0);
    }

    @Test
    void whatIsClaimedStaysLevelWithTheWeights() {
        LinkRouting routing = routing(Map.of("a", 70, "b", 30));
        int[] claimed = new int[2];

        for (int round = 0; round < 200; round++) {
            int[] now = claims(routing, 10);
            claimed[0] += now[0];
            claimed[1] += now[1];
        }

        assertThat(claimed[0] / (double) (claimed[0] + claimed[1])).isBetween(0.68, 0.72);
        assertThat(claimed[0] + claimed[1]).isGreaterThan(1_000);
    }

    @Test
    void aSplitLinkThatComesBackIsNotFloodedWithWhatItMissed() {
        LinkRouting routing = routing(Map.of("a", 50, "b", 50));
        down.add("a");
        for (int round = 0; round < 50; round++) {
            claims(routing, 100);
        }
        down.clear();

        int[] next = claims(routing, 1_000);

        assertThat(next[0]).isBetween(1, 30);
        assertThat(next[1]).isBetween(1, 30);
    }

    @Test
    void slowReceiptsMoveTenPointsAtMostEveryFiveMinutesAndTheyComeBackAfterAQuarterOfAnHour() {
        TrafficShares shares = new TrafficShares(plan(Map.of()), clock);
        shares.points("VIETTEL", "a");

        shares.measured("a", OptionalDouble.of(0.2));
        shares.measured("a", OptionalDouble.of(0.2));
        assertThat(shares.points("VIETTEL", "a")).isEqualTo(90);
        assertThat(shares.points("VIETTEL", "b")).isEqualTo(10);
        clock.advance(Duration.ofMinutes(5));
        shares.measured("a", OptionalDouble.of(0.2));
        assertThat(shares.points("VIETTEL", "a")).isEqualTo(80);

        clock.advance(Duration.ofMinutes(14));
        shares.measured("a", OptionalDouble.of(0.1));
        assertThat(shares.points("VIETTEL", "a")).isEqualTo(80);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(5));
            shares.measured("a", OptionalDouble.of(0.1));
        }
        assertThat(shares.points("VIETTEL", "a")).isEqualTo(100);
        assertThat(shares.points("VIETTEL", "b")).isZero();
    }

    @Test
    void whereAllLinksAreSlowNothingIsMoved() {
        TrafficShares shares = new TrafficShares(plan(Map.of()), clock);
        shares.points("VIETTEL", "a");

        shares.measured("b", OptionalDouble.of(0.5));
        shares.measured("a", OptionalDouble.of(0.5));

        assertThat(shares.points("VIETTEL", "a")).isEqualTo(100);
    }

    @Test
    void aWeightOfALinkThatDoesNotServeTheOperatorIsRefusedWithItsKey() {
        assertThatThrownBy(() -> plan(Map.of("c", 1))).hasMessageContaining("canhbao.operators.VIETTEL.weights.c");
        assertThatThrownBy(() -> plan(Map.of("a", 0))).hasMessageContaining("canhbao.operators.VIETTEL.weights");
    }

    private int[] claims(LinkRouting routing, int room) {
        return LINKS.stream()
                .mapToInt(link -> routing.turns(link, room).stream()
                        .mapToInt(turn -> {
                            turn.claimed().accept(turn.limit());
                            return turn.limit();
                        })
                        .sum())
                .toArray();
    }

    private LinkRouting routing(Map<String, Integer> weights) {
        LinkPlan plan = plan(weights);
        return new LinkRouting(
                plan,
                List.of("VIETTEL"),
                link -> !down.contains(link),
                link -> !stuck.contains(link),
                new TrafficShares(plan, clock));
    }

    private static LinkPlan plan(Map<String, Integer> weights) {
        Map<String, LinkSettings> links = new TreeMap<>();
        LINKS.forEach(name -> links.put(
                name,
                new Binder(new MapConfigurationPropertySource(
                                Map.of("host", "127.0.0.1", "port", "1", "system-id", "x")))
                        .bindOrCreate("", LinkSettings.class)));
        return new LinkPlan(links, Map.of("VIETTEL", LINKS), Map.of("VIETTEL", weights), Map.of());
    }
}
