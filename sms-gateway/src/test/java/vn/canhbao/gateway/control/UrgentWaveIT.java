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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.gateway.GatewayNode;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/**
 * An urgent wave to 500 people while a campaign is running, in PDUs as the SMSC counts them: how many went out between the
 * moment when it began to run and its last one. {@code -Dcanhbao.lane-messages=500000} is the size of the campaign that
 * counts; without it 6,000, so that every build can bear it.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UrgentWaveIT {

    private static final Logger log = LoggerFactory.getLogger(UrgentWaveIT.class);
    private static final int CAMPAIGN = Integer.getInteger("canhbao.lane-messages", 6_000);
    private static final int BLOCK = 10_000;
    private static final int URGENT = 500;
    private static final int RATE = 200;

    final TestDatabase.Opened database;
    final SmscCount counted = new SmscCount();
    final SmscSimulator smsc = SmscSimulator.start(
            SimulatorSettings.of(Map.of("viettel", OperatorProfile.plain("secret"))), Clock.systemUTC(), counted);
    GatewayNode node;

    UrgentWaveIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        if (node != null) {
            node.close();
        }
        smsc.close();
        database.close();
    }

    @Test
    void anUrgentWaveOvertakesACampaignThatRunsWithinASecondOfTheRateAndDoesNotStopIt() {
        // A window of five seconds of the rate: claimed wholly, it would stand before every urgent message.
        begin(Map.of("viettel.window", "1000", "viettel.submits-per-second", Integer.toString(RATE)));
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.size() > RATE);

        int before = runUrgent();

        int needed = lastUrgent() - before;
        int others = (int) counted.arrivals().subList(before, before + needed).stream()
                .filter(arrival -> !isUrgent(arrival))
                .count();
        log.info(
                "{} PDUs until the last of {} urgent ones, {} of them of the campaign of {}",
                needed,
                URGENT,
                others,
                CAMPAIGN);
        assertThat(needed).isLessThanOrEqualTo(URGENT * 10 / 9 + RATE);
        assertThat(others).isGreaterThanOrEqualTo(URGENT / 12);
        assertTheCampaignGoesOn();
    }

    @Test
    void withoutARateItOvertakesAfterWhatIsInTheWindow() {
        begin(Map.of("viettel.window", "100"));
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.size() > 200);

        int before = runUrgent();

        log.info("{} PDUs until the last of {} urgent ones without a rate", lastUrgent() - before, URGENT);
        assertTheCampaignGoesOn();
    }

    private void begin(Map<String, String> link) {
        StoredWave campaign = StoredWave.in(database);
        List<PreparedMessage> messages = RunningWave.messages(campaign, CAMPAIGN);
        for (int from = 0; from < CAMPAIGN; from += BLOCK) {
            new PreparedMessages(database.jdbcTemplate()).add(messages.subList(from, Math.min(CAMPAIGN, from + BLOCK)));
        }
        node = GatewayNode.start(database, "a", smsc.port(), link);
    }

    /** Returns how many PDUs had come when it began to run, having waited for its last. */
    private int runUrgent() {
        StoredWave urgent = StoredWave.in(database);
        database.jdbc()
                .sql("UPDATE wave SET status = 'SCHEDULED' WHERE id = ?")
                .param(urgent.wave())
                .update();
        database.jdbc()
                .sql("UPDATE campaign SET urgent = TRUE WHERE id = ?")
                .param(urgent.campaign())
                .update();
        new PreparedMessages(database.jdbcTemplate()).add(RunningWave.messages(urgent, "8497", URGENT, 1));
        int before = counted.size();
        database.jdbc()
                .sql("UPDATE wave SET status = 'RUNNING' WHERE id = ?")
                .param(urgent.wave())
                .update();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> counted.arrivals().stream()
                                .filter(UrgentWaveIT::isUrgent)
                                .count()
                        == URGENT);
        return before;
    }

    /** How many PDUs had come with the last urgent one. */
    private int lastUrgent() {
        List<SmscCount.Arrival> arrivals = counted.arrivals();
        int last = arrivals.size();
        while (!isUrgent(arrivals.get(last - 1))) {
            last--;
        }
        return last;
    }

    private void assertTheCampaignGoesOn() {
        int then = counted.size();
        await().atMost(Duration.ofSeconds(30)).until(() -> counted.size() > then + RATE);
        assertThat(counted.destinations()).doesNotHaveDuplicates();
    }

    private static boolean isUrgent(SmscCount.Arrival arrival) {
        return arrival.destination().startsWith("8497");
    }
}
