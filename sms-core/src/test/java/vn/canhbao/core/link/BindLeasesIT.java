package vn.canhbao.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class BindLeasesIT {

    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    final TestDatabase.Opened database;
    final BindLeases leases;

    BindLeasesIT(TestDatabase kind) {
        database = kind.open();
        leases = new BindLeases(database.jdbc());
        leases.prepare("viettel", 2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLinkHasARowForEachBindHoweverOftenItIsPrepared() {
        leases.prepare("viettel", 2);

        assertThat(leases.all()).extracting(BindLease::slot).containsExactly(1, 2);
        assertThat(leases.all()).allMatch(lease -> lease.node() == null && lease.mayBeTaken(NOW));
    }

    @Test
    void ofTwoNodesThatReachForASlotTogetherOneGetsIt() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Boolean>> tries = new ArrayList<>();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String node : List.of("a", "b")) {
                tries.add(nodes.submit(() -> {
                    together.await();
                    return take(1, node, NOW);
                }));
            }
        }

        assertThat(List.of(tries.get(0).get(), tries.get(1).get())).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aHeldSlotIsTakenOnlyAfterItsHolderHasStoppedRenewing() {
        take(1, "a", NOW);
        leases.renew("a", NOW.plusSeconds(20), NOW.plusSeconds(22));

        assertThat(take(1, "b", NOW.plusSeconds(21))).isFalse();
        assertThat(take(1, "b", NOW.plusSeconds(22))).isTrue();
        assertThat(leases.all().getFirst().node()).isEqualTo("b");
    }

    @Test
    void aSlotGivenBackIsTakenOnlyWhenItsSlidingSecondIsOver() {
        take(1, "a", NOW);
        leases.giveBack("viettel", 1, "a", NOW, NOW.plusSeconds(2));

        assertThat(take(1, "b", NOW.plusMillis(1_999))).isFalse();
        assertThat(take(1, "b", NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void whoLostASlotCanNeitherGiveItBackNorCallItBound() {
        take(1, "a", NOW);
        take(1, "b", NOW.plusSeconds(60));

        leases.giveBack("viettel", 1, "a", NOW.plusSeconds(61), NOW.plusSeconds(61));
        leases.bound("viettel", 1, "a", true);

        assertThat(leases.all().getFirst())
                .returns("b", BindLease::node)
                .returns(false, BindLease::bound)
                .returns(NOW.plusSeconds(72), BindLease::freeFrom);
    }

    private boolean take(int slot, String node, Instant now) {
        return leases.take(
                "viettel", slot, node, now, now.plus(Duration.ofSeconds(10)), now.plus(Duration.ofSeconds(12)));
    }
}
