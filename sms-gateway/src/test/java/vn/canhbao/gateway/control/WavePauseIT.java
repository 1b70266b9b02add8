package vn.canhbao.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.WaveDesk;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.gateway.GatewayNode;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** Pause, resumption and cancellation over TCP: what the SMSC sees after the answer, and that nobody is sent twice. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WavePauseIT {

    final TestDatabase.Opened database;
    final SmscCount counted = new SmscCount();
    final SmscSimulator smsc = SmscSimulator.start(
            SimulatorSettings.of(Map.of("viettel", OperatorProfile.plain("secret"))), Clock.systemUTC(), counted);
    final Stalls stalls = new Stalls();
    GatewayNode first;
    GatewayNode second;

    WavePauseIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        for (GatewayNode node : new GatewayNode[] {first, second}) {
            if (node != null) {
                node.close();
            }
        }
        smsc.close();
        stalls.close();
        database.close();
    }

    @Test
    void aWavePausedAtFullSpeedStopsWithinASecondAndGoesOnWithNobodyTwice() {
        StoredWave wave = wave(6_000, 1);
        first = node("a", Map.of("viettel.window", "200"));
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.size() > 500);

        pauseAndResume(wave, 6_000);
    }

    @Test
    void aWavePausedAtALowRateHandsBackWhatWaitedForItsTurn() {
        StoredWave wave = wave(200, 3);
        first = node("a", Map.of("viettel.window", "500", "viettel.submits-per-second", "100"));
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.size() > 100);

        pauseAndResume(wave, 600);
    }

    @Test
    void theOtherNodeHearsOfThePauseToo() {
        StoredWave wave = wave(1_000, 1);
        Map<String, String> link =
                Map.of("viettel.binds", "2", "viettel.window", "200", "viettel.submits-per-second", "100");
        first = node("a", link);
        second = node("b", link);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(second).boundBinds() == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.size() > 150);

        pauseAndResume(wave, 1_000);
    }

    @Test
    void whatIsLeftOfACancelledWaveIsNeverSent() {
        StoredWave wave = wave(500, 1);
        first = node("a", Map.of("viettel.window", "500", "viettel.submits-per-second", "100"));
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.size() > 100);

        first.bean(WaveDesk.class).cancel(wave.campaign(), wave.wave(), "truc");
        long answered = System.nanoTime();

        assertNothingIsLaterThanASecondAfter(answered);
        assertThat(database.jdbc()
                        .sql("SELECT status FROM campaign WHERE id = ?")
                        .param(wave.campaign())
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
        assertThat(count("status = 'CLAIMED'")).isZero();
        assertThat(count("submitted_at IS NULL")).isEqualTo(500 - counted.size());
    }

    @Test
    void aCampaignThatIsPausedAsAWholeStopsWithinASecondToo() {
        StoredWave wave = wave(2_000, 1);
        first = node("a", Map.of("viettel.window", "500", "viettel.submits-per-second", "200"));
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.size() > 100);

        first.bean(CampaignDesk.class).pause(wave.campaign(), "truc");

        assertNothingIsLaterThanASecondAfter(System.nanoTime());
        assertEverythingUnsentIsReadyAsIfItHadNeverBeenClaimed(2_000);
    }

    private void pauseAndResume(StoredWave wave, int segments) {
        WaveDesk desk = first.bean(WaveDesk.class);
        desk.pause(wave.campaign(), wave.wave(), "truc");

        assertNothingIsLaterThanASecondAfter(System.nanoTime());
        assertThat(counted.size()).as("some are left").isLessThan(segments);
        assertEverythingUnsentIsReadyAsIfItHadNeverBeenClaimed(segments);

        desk.resume(wave.campaign(), wave.wave(), "truc");

        await().atMost(Duration.ofSeconds(90)).until(() -> {
            Tallies now = wave.tally();
            return now.pending() + now.submitted() == 0;
        });
        assertThat(wave.tally().delivered()).isEqualTo(wave.tally().planned());
        assertThat(counted.size()).isEqualTo(segments);
    }

    // What is there after the windows are empty is all there will be.
    private void assertNothingIsLaterThanASecondAfter(long answered) {
        await().atMost(Duration.ofSeconds(30)).until(() -> inFlight() == 0 && count("status = 'CLAIMED'") == 0);
        List<SmscCount.Arrival> late = counted.arrivals().stream()
                .filter(arrival -> arrival.at() - answered - stalls.between(answered, arrival.at()) > SmscCount.SECOND)
                .toList();
        assertThat(late).isEmpty();
        int now = counted.size();
        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(5)).until(() -> counted.size() == now);
    }

    private void assertEverythingUnsentIsReadyAsIfItHadNeverBeenClaimed(int segments) {
        long perMessage = segments / count("1 = 1");
        assertThat(count("status = 'READY' AND attempts = 0") + count("status <> 'READY'"))
                .isEqualTo(count("1 = 1"));
        assertThat(count("submitted_at IS NOT NULL")).isBetween(counted.size() / perMessage, (long) counted.size());
    }

    private long count(String condition) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM message WHERE " + condition)
                .query(Long.class)
                .single();
    }

    private int inFlight() {
        int inFlight = state(first).inFlight();
        return second == null ? inFlight : inFlight + state(second).inFlight();
    }

    private static LinkState state(GatewayNode node) {
        return node.bean(Links.class).all().getFirst();
    }

    private StoredWave wave(int messages, int segments) {
        StoredWave stored = StoredWave.in(database);
        database.jdbc().sql("UPDATE wave SET prepared_at = started_at").update();
        new PreparedMessages(database.jdbcTemplate()).add(RunningWave.messages(stored, "8496", messages, segments));
        return stored;
    }

    private GatewayNode node(String name, Map<String, String> link) {
        return GatewayNode.start(database, name, smsc.port(), link);
    }
}
