package vn.canhbao.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.canhbao.core.message.StoredWave.NOW;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.link.BindLeases;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.link.GatewayNodes;
import vn.canhbao.core.link.LinkOrder;
import vn.canhbao.core.link.LinkOrders;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.smpp.SmppLink;

/** Nodes that share a link's binds, on one clock; each look is a step. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LeaseKeeperIT {

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(NOW);
    final LeaseTables tables;

    LeaseKeeperIT(TestDatabase kind) {
        database = kind.open();
        tables = new LeaseTables(
                new BindLeases(database.jdbc()),
                new GatewayNodes(database.jdbc()),
                new LinkOrders(database.jdbc()),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    final class Node {

        final Fleet fleet = new Fleet(this::nanos, LeaseTimings.USUAL);
        final LeaseKeeper keeper;

        Node(String name, int binds) {
            SmppLink link = new SmppLink("viettel", settings(binds), clock);
            keeper = new LeaseKeeper(name, Map.of("viettel", link), tables, fleet, this::nanos, LeaseTimings.USUAL);
        }

        long nanos() {
            return Duration.between(NOW, clock.instant()).toNanos();
        }

        Set<Integer> look() {
            keeper.look();
            return slots();
        }

        Set<Integer> slots() {
            return fleet.slots("viettel");
        }
    }

    @Test
    void aNodeAloneTakesEverySlotAtItsFirstLook() {
        assertThat(new Node("a", 3).look()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aSecondNodeGetsItsHalfAfterTheFirstHasLetGoOfItForMoreThanASecond() {
        Node first = new Node("a", 2);
        Node second = new Node("b", 2);
        first.look();
        assertThat(second.look()).isEmpty();

        assertThat(first.look()).as("lowered first").containsExactly(1);
        assertThat(second.look()).isEmpty();
        first.look();
        clock.advance(Duration.ofMillis(1_900));
        assertThat(second.look()).as("still in the SMSC's second").isEmpty();
        clock.advance(Duration.ofMillis(100));

        assertThat(second.look()).containsExactly(2);
        assertThat(first.look()).containsExactly(1);
    }

    @Test
    void noSlotIsEverInTwoHands() {
        Node[] nodes = {new Node("a", 3), new Node("b", 3), new Node("c", 3)};
        for (int step = 0; step < 200; step++) {
            // Each looks at another pace, and the third one falls silent for a while.
            for (int i = 0; i < nodes.length; i++) {
                boolean silent = i == 2 && step > 80 && step < 140;
                if (step % (i + 1) == 0 && !silent) {
                    nodes[i].look();
                }
            }
            Set<Integer> held = new HashSet<>();
            for (Node node : nodes) {
                for (int slot : node.slots()) {
                    assertThat(held.add(slot))
                            .as("slot %d at step %d", slot, step)
                            .isTrue();
                }
            }
            clock.advance(Duration.ofMillis(300));
        }
        for (Node node : nodes) {
            assertThat(node.look()).hasSize(1);
        }
    }

    @Test
    void aDeadNodesSlotIsTakenOverAfterItsLeaseRanOut() {
        new Node("a", 1).look();
        Node second = new Node("b", 1);

        clock.advance(Duration.ofSeconds(11));
        assertThat(second.look()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(second.look()).containsExactly(1);
    }

    @Test
    void aNodeThatCannotRenewForgetsItsSlotsBeforeTheLeaseEnds() {
        Node node = new Node("a", 2);
        node.look();

        clock.advance(Duration.ofMillis(5_900));
        assertThat(node.slots()).hasSize(2);
        clock.advance(Duration.ofMillis(100));
        assertThat(node.slots()).isEmpty();
        assertThat(node.fleet.mayClaim("viettel")).isFalse();

        assertThat(node.look()).as("the database is back, nobody took them").hasSize(2);
    }

    @Test
    void aNodeThatStopsInOrderLeavesItsSlotsToTheOther() {
        Node first = new Node("a", 1);
        first.look();
        Node second = new Node("b", 1);
        second.look();

        first.keeper.giveBackAll();

        clock.advance(Duration.ofSeconds(2));
        assertThat(second.look()).containsExactly(1);
    }

    @Test
    void whatAPersonOrderedIsReadWithTheNextLook() {
        Node node = new Node("a", 1);
        node.look();
        assertThat(node.fleet.mayClaim("viettel")).isTrue();

        tables.orders()
                .save(LinkOrder.none("viettel").desiring(DesiredState.PAUSED).signed("quantri", NOW, null));
        node.look();

        assertThat(node.fleet.mayClaim("viettel")).isFalse();
        assertThat(node.slots()).containsExactly(1);
    }

    private static LinkSettings settings(int binds) {
        return new Binder(new MapConfigurationPropertySource(
                        Map.of("host", "127.0.0.1", "port", "1", "system-id", "x", "binds", Integer.toString(binds))))
                .bindOrCreate("", LinkSettings.class);
    }
}
