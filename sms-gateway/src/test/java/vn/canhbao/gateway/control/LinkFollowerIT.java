package vn.canhbao.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.link.LinkOrder;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.gateway.ledger.LinkLedger;
import vn.canhbao.gateway.ledger.StoredLedgers;
import vn.canhbao.gateway.link.LinkSettings;
import vn.canhbao.gateway.smpp.SmppLink;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** A link that follows what its node last read, over TCP; the leases' time is moved by hand. */
class LinkFollowerIT {

    final SmscSimulator smsc =
            SmscSimulator.start(SimulatorSettings.of(Map.of("viettel", OperatorProfile.plain("secret"))));
    final SmppLink link = new SmppLink("viettel", settings(), Clock.systemUTC());
    final TestDatabase.Opened database = TestDatabase.H2.open();
    final LinkLedger ledger = new LinkLedger(
            "viettel", "a", StoredLedgers.tables(database, StoredWave.in(database), Clock.systemUTC()), 0, null);
    long nanos;
    final Fleet fleet = new Fleet(() -> nanos, LeaseTimings.USUAL);
    final LinkFollower follower = new LinkFollower(fleet, link, ledger);

    @BeforeEach
    void start() {
        link.start(deliverSm -> {});
    }

    @AfterEach
    void close() {
        link.close();
        smsc.close();
        database.close();
    }

    @Test
    void nothingIsBoundBeforeThereIsALease() {
        follower.follow();
        assertThat(link.openSlots()).isEmpty();

        hold(LinkOrder.none("viettel"), 2);

        await().until(() -> link.boundSlots().equals(Set.of(2)));
        assertThat(smsc.counters("viettel").binds()).isEqualTo(1);
        assertThat(link.rate().allowedPerSecond()).isEqualTo(50);
    }

    @Test
    void bindsAreDroppedWhenTheLeasesCouldNotBeRenewed() {
        hold(LinkOrder.none("viettel"), 1, 2);
        await().until(() -> smsc.counters("viettel").boundBinds() == 2);

        nanos += LeaseTimings.USUAL.dropAfter().toNanos();
        follower.follow();

        await().until(() -> smsc.counters("viettel").boundBinds() == 0);
        assertThat(link.openSlots()).isEmpty();
    }

    @Test
    void whatIsNotDrainedWhenTheLeasesEndIsCut() {
        hold(LinkOrder.none("viettel"), 1, 2);
        await().until(() -> smsc.counters("viettel").boundBinds() == 2);

        nanos += LeaseTimings.USUAL.cutAfter().toNanos();
        follower.follow();

        await().atMost(Duration.ofSeconds(2))
                .until(() -> smsc.counters("viettel").boundBinds() == 0);
    }

    @Test
    void aStoppedLinkUnbindsAndAStartedOneBindsAgain() {
        hold(LinkOrder.none("viettel"), 1);
        await().until(() -> link.isUp());

        hold(LinkOrder.none("viettel").desiring(DesiredState.STOPPED), 1);
        await().until(() -> smsc.counters("viettel").boundBinds() == 0);

        hold(LinkOrder.none("viettel").started(), 1);
        await().until(() -> link.isUp());
    }

    @Test
    void aStartClosesTheBreaker() {
        hold(LinkOrder.none("viettel"), 1);
        await().until(() -> link.isUp());
        link.trip("sai mật khẩu");
        await().until(() -> !link.isUp());

        hold(LinkOrder.none("viettel"), 1);
        assertThat(link.isTripped()).isTrue();
        hold(LinkOrder.none("viettel").started(), 1);

        assertThat(link.isTripped()).isFalse();
        await().until(() -> link.isUp());
    }

    @Test
    void anOrderedRateIsSharedByTheSlotsAndNeverAboveTheContract() {
        hold(LinkOrder.none("viettel").withLimits(40, null), 1);
        assertThat(link.rate().allowedPerSecond()).isEqualTo(20);

        hold(LinkOrder.none("viettel").withLimits(1_000, null), 1, 2);
        assertThat(link.rate().allowedPerSecond()).isEqualTo(100);
    }

    private void hold(LinkOrder order, Integer... slots) {
        fleet.read(new Fleet.Reading(Map.of("viettel", order), Map.of("viettel", Set.of(slots)), Set.of(), nanos));
        follower.follow();
    }

    private LinkSettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.toString(smsc.port()),
                        "system-id", "viettel",
                        "password", "secret",
                        "binds", "2",
                        "submits-per-second", "100")))
                .bindOrCreate("", LinkSettings.class);
    }
}
