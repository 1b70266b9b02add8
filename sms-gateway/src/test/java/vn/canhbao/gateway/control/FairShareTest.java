package vn.canhbao.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.link.BindLease;

class FairShareTest {

    @Test
    void aNodeAloneMayTakeEverySlot() {
        assertThat(share("a", List.of("a"), null, null, null).mayTake()).isEqualTo(3);
    }

    @Test
    void ofTwoSlotsAndTwoNodesEachGetsOne() {
        assertThat(share("a", List.of("a", "b"), "a", "a").mustHandOver()).isTrue();
        assertThat(share("b", List.of("a", "b"), "a", "a").mayTake()).isEqualTo(1);
        assertThat(share("a", List.of("a", "b"), "a", "b").mustHandOver()).isFalse();
    }

    @Test
    void withOneSlotTheSecondNodeStandsBy() {
        assertThat(share("a", List.of("a", "b"), "a").mustHandOver()).isFalse();
        assertThat(share("b", List.of("a", "b"), "b").mustHandOver()).isFalse();
    }

    @Test
    void anOddSlotStaysWhereItIs() {
        assertThat(share("a", List.of("a", "b"), "a", "a", "b").mustHandOver()).isFalse();
        assertThat(share("b", List.of("a", "b"), "a", "b", "b").mustHandOver()).isFalse();
    }

    @Test
    void oneOfTheRichHandsOverToANodeThatHasNone() {
        List<String> nodes = List.of("a", "b", "c");

        assertThat(share("a", nodes, "a", "a", "b", "b").mustHandOver()).isTrue();
        assertThat(share("b", nodes, "a", "a", "b", "b").mustHandOver()).isFalse();
        assertThat(share("a", nodes, "a", null, "b", "b").mustHandOver())
                .as("while a slot is on its way")
                .isFalse();
    }

    @Test
    void theSharesOfAllSlotsMakeTheWhole() {
        for (int binds = 1; binds <= 7; binds++) {
            int sum = 0;
            for (int slot = 1; slot <= binds; slot++) {
                int share = SlotShare.of(200, List.of(slot), binds);
                assertThat(share).isBetween(200 / binds, 200 / binds + 1);
                sum += share;
            }
            assertThat(sum).isEqualTo(200);
        }
    }

    private static FairShare share(String me, List<String> nodes, String... holders) {
        List<BindLease> leases = new ArrayList<>();
        for (String holder : holders) {
            leases.add(new BindLease("viettel", leases.size() + 1, holder, true, Instant.EPOCH, Instant.EPOCH));
        }
        return new FairShare(me, leases, new TreeSet<>(nodes));
    }
}
