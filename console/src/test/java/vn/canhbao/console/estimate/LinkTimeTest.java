package vn.canhbao.console.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import vn.canhbao.gateway.link.LinkPlan;
import vn.canhbao.gateway.link.LinkSettings;

class LinkTimeTest {

    private static final Map<String, Integer> RATES = Map.of("a", 100, "b", 50);

    @Test
    void theLinkWithMostToDoForItsRateDecides() {
        LinkTime time =
                new LinkTime(plan(Map.of("VIETTEL", List.of("a"), "ITEL", List.of("b")), Map.of(), Map.of()), RATES);

        assertThat(time.of(Map.of("VIETTEL", 1_000L, "ITEL", 1_000L), false)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void operatorsOfOneLinkShareItsRateAndTheSecondLinkOnlyStandsIn() {
        LinkTime time = new LinkTime(
                plan(Map.of("VIETTEL", List.of("a", "b"), "ITEL", List.of("a", "b")), Map.of(), Map.of()), RATES);

        assertThat(time.of(Map.of("VIETTEL", 1_000L, "ITEL", 501L), false)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void weightsSplitAnOperatorAndItsOwnRateHoldsOverAllLinks() {
        Map<String, List<String>> both = Map.of("VIETTEL", List.of("a", "b"));
        Map<String, Map<String, Integer>> weights = Map.of("VIETTEL", Map.of("a", 3, "b", 1));

        assertThat(new LinkTime(plan(both, weights, Map.of()), RATES).of(Map.of("VIETTEL", 4_000L), false))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(new LinkTime(plan(both, weights, Map.of("VIETTEL", 10)), RATES).of(Map.of("VIETTEL", 4_000L), false))
                .isEqualTo(Duration.ofSeconds(400));
    }

    @Test
    void withoutARateThereIsNoTime() {
        LinkTime time = new LinkTime(plan(Map.of("VIETTEL", List.of("a")), Map.of(), Map.of()), Map.of("a", 0));

        assertThat(time.of(Map.of("VIETTEL", 1_000L), false)).isNull();
    }

    private static LinkPlan plan(
            Map<String, List<String>> operators,
            Map<String, Map<String, Integer>> weights,
            Map<String, Integer> operatorRates) {
        Map<String, LinkSettings> links = new LinkedHashMap<>();
        for (String name : List.of("a", "b")) {
            LinkSettings link = Mockito.mock(LinkSettings.class);
            Mockito.when(link.binds()).thenReturn(1);
            links.put(name, link);
        }
        return new LinkPlan(links, operators, weights, operatorRates);
    }
}
