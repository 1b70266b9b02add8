package vn.canhbao.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.link.DesiredState;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.core.receipt.RawReceipt;
import vn.canhbao.core.receipt.ReceiptJournal;
import vn.canhbao.core.receipt.ReceiptState;
import vn.canhbao.gateway.GatewayNode;
import vn.canhbao.gateway.link.BindState;
import vn.canhbao.gateway.link.LinkState;
import vn.canhbao.gateway.link.Links;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** People's commands in a running wave, over TCP: nothing is lost and nothing is sent twice. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinkControlIT {

    static final int MESSAGES = 600;

    final TestDatabase.Opened database;
    final SmscCount counted = new SmscCount();
    final SmscSimulator smsc = SmscSimulator.start(
            SimulatorSettings.of(
                    Map.of("viettel", OperatorProfile.plain("secret"), "backup", OperatorProfile.plain("secret"))),
            Clock.systemUTC(),
            counted);
    GatewayNode node;
    GatewayNode second;

    LinkControlIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        for (GatewayNode started : new GatewayNode[] {node, second}) {
            if (started != null) {
                started.close();
            }
        }
        smsc.close();
        database.close();
    }

    @Test
    void everyCommandInARunningWaveLosesAndDoublesNothing() {
        node = start("a", Map.of("viettel.window", "40", "viettel.binds", "2", "viettel.submits-per-second", "150"));
        StoredWave wave = wave();
        LinkControl control = node.bean(LinkControl.class);

        sent(50);
        control.pause("viettel", "quantri", "nhà mạng bảo trì");
        quiet();
        assertThat(state().boundBinds()).isEqualTo(2);
        control.resume("viettel", "quantri", null);
        sent(counted.size() + 50);
        control.changeLimits("viettel", 100, 7, "quantri", null);
        sent(counted.size() + 50);
        control.stop("viettel", "quantri", null);
        await().atMost(Duration.ofSeconds(20)).until(() -> state().state() == BindState.STOPPED);
        assertThat(state().inFlight()).isZero();
        int whenStopped = counted.size();
        control.start("viettel", "quantri", null);
        control.changeLimits("viettel", 150, 40, "quantri", null);

        await().atMost(Duration.ofSeconds(60)).until(() -> ended(wave));
        assertThat(whenStopped).isLessThan(MESSAGES);
        assertThat(counted.mostInASecond()).isLessThanOrEqualTo(150);
        assertEachWasSentOnce(wave);
        assertThat(database.jdbc()
                        .sql(
                                "SELECT action FROM audit_trail WHERE subject = 'link viettel' AND actor = 'quantri' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "LINK_PAUSED",
                        "LINK_RESUMED",
                        "LINK_LIMITS_CHANGED",
                        "LINK_STOPPED",
                        "LINK_STARTED",
                        "LINK_LIMITS_CHANGED");
    }

    @Test
    void aPausedLinksTrafficGoesToTheNextOne() {
        node = start(
                "a",
                Map.of(
                        "viettel.submits-per-second", "50",
                        "backup.window", "20",
                        "canhbao.operators.viettel.links", "viettel,backup"));
        StoredWave wave = wave();
        sent(20);

        node.bean(LinkControl.class).pause("viettel", "quantri", null);

        await().atMost(Duration.ofSeconds(60)).until(() -> ended(wave));
        assertThat(smsc.counters("backup").submits()).isGreaterThan(MESSAGES / 2);
        assertEachWasSentOnce(wave);
    }

    @Test
    void anOrderOutlivesARestartAndEveryNodeFollowsIt() {
        node = start("a", Map.of("viettel.binds", "2"));
        node.bean(LinkControl.class).stop("viettel", "quantri", "hết hợp đồng");
        await().until(() -> state().state() == BindState.STOPPED);
        node.close();

        node = start("a", Map.of("viettel.binds", "2"));
        second = start("b", Map.of("viettel.binds", "2"));
        StoredWave wave = wave();

        await().until(() -> state().running().desired() == DesiredState.STOPPED);
        assertThat(state().running())
                .returns("quantri", LinkState.Running::changedBy)
                .returns("hết hợp đồng", LinkState.Running::reason);
        assertThat(wave.tally().pending()).isEqualTo(MESSAGES);
        second.bean(LinkControl.class).start("viettel", "quantri", null);
        await().atMost(Duration.ofSeconds(60)).until(() -> ended(wave));
        assertEachWasSentOnce(wave);
    }

    @Test
    void whatADeadNodeLeftIsTakenOverOnce() {
        StoredWave wave = wave();
        var claimed =
                wave.queue().claim("dead", "viettel", Carries.PUBLIC, Set.of("VIETTEL"), wave.wave(), 3, Instant.now());
        new ReceiptJournal(database.jdbcTemplate())
                .append("dead", List.of(receiptOf(claimed.getFirst().msisdn())));
        database.jdbc()
                .sql("INSERT INTO gateway_node (node, links, seen_at, adopted_by) VALUES ('dead', 'viettel', ?, NULL)")
                .param(Utc.column(Instant.now().minus(Duration.ofMinutes(2))))
                .update();

        node = start("a", Map.of());
        second = start("b", Map.of());

        await().atMost(Duration.ofSeconds(60))
                .until(() -> wave.tally().unanswered() == 2
                        && wave.tally().pending() + wave.tally().submitted() == 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> nodes().size() == 2);
        assertThat(wave.tally().delivered()).isEqualTo(MESSAGES - 2);
        assertThat(counted.destinations())
                .doesNotHaveDuplicates()
                .hasSize(MESSAGES - 3)
                .doesNotContain(claimed.get(0).msisdn(), claimed.get(1).msisdn());
    }

    @Test
    void whatTheContractForbidsIsRefusedWithTheReason() {
        node = start("a", Map.of("viettel.submits-per-second", "50", "viettel.binds", "2"));
        LinkControl control = node.bean(LinkControl.class);

        assertThatThrownBy(() -> control.changeLimits("viettel", 51, 11, "quantri", null))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.field() + " " + problem.message())
                                .satisfiesExactly(
                                        rate -> assertThat(rate)
                                                .startsWith("submitsPerSecond")
                                                .contains("2", "50"),
                                        window -> assertThat(window)
                                                .startsWith("window")
                                                .contains("10")));
        assertThatThrownBy(() -> control.changeLimits("viettel", 0, null, "quantri", null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> control.stop("khong-co", "quantri", null)).isInstanceOf(NotFound.class);
        control.stop("viettel", "quantri", null);
        assertThatThrownBy(() -> control.resume("viettel", "quantri", null)).isInstanceOf(ConflictingState.class);
    }

    private List<String> nodes() {
        return database.jdbc()
                .sql("SELECT node FROM gateway_node")
                .query(String.class)
                .list();
    }

    private static RawReceipt receiptOf(String msisdn) {
        return new RawReceipt(
                "viettel",
                // After the wave began, which is when what is in doubt may have been sent at the earliest.
                StoredWave.NOW.plusSeconds(1),
                msisdn,
                "CANHBAO",
                4,
                0,
                "stat:DELIVRD".getBytes(),
                new byte[0],
                null,
                null,
                ReceiptState.DELIVERED,
                null,
                null);
    }

    private GatewayNode start(String name, Map<String, String> keys) {
        Map<String, String> all = new TreeMap<>(keys);
        all.putIfAbsent("viettel.window", "10");
        return GatewayNode.start(database, name, smsc.port(), all);
    }

    private StoredWave wave() {
        StoredWave stored = StoredWave.in(database);
        new PreparedMessages(database.jdbcTemplate()).add(RunningWave.messages(stored, MESSAGES));
        return stored;
    }

    private void sent(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> counted.size() >= count);
    }

    // Paused: what was claimed still goes out, then no more comes.
    private void quiet() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state().running().desired() == DesiredState.PAUSED && state().inFlight() == 0);
        int now = counted.size();
        await().during(Duration.ofMillis(800)).atMost(Duration.ofSeconds(5)).until(() -> counted.size() == now);
    }

    private static boolean ended(StoredWave wave) {
        Tallies now = wave.tally();
        return now.pending() + now.submitted() == 0;
    }

    private void assertEachWasSentOnce(StoredWave wave) {
        assertThat(wave.tally().planned()).isEqualTo(MESSAGES);
        assertThat(wave.tally().delivered()).isEqualTo(MESSAGES);
        assertThat(counted.destinations()).doesNotHaveDuplicates().hasSize(MESSAGES);
    }

    private LinkState state() {
        return node.bean(Links.class).all().stream()
                .filter(link -> link.name().equals("viettel"))
                .findFirst()
                .orElseThrow();
    }
}
