package vn.canhbao.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.gateway.GatewayNode;
import vn.canhbao.gateway.link.Links;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;
import vn.canhbao.gateway.smpp.simulator.SmscSimulator;

/** An exercise beside a real campaign, and attempts to get it onto the public link. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ExerciseIT {

    static final int MESSAGES = 200;

    final TestDatabase.Opened database;
    final SmscCount counted = new SmscCount();
    final SmscSimulator smsc = SmscSimulator.start(
            SimulatorSettings.of(
                    Map.of("viettel", OperatorProfile.plain("secret"), "dientap", OperatorProfile.plain("secret"))),
            Clock.systemUTC(),
            counted);
    GatewayNode node;

    ExerciseIT(TestDatabase kind) {
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
    void anExerciseGoesOverTheExerciseLinkAndARealCampaignOverThePublicOne() {
        StoredWave real = wave("8496", false);
        StoredWave exercise = wave("8497", true);
        node = GatewayNode.start(
                database, "a", smsc.port(), Map.of("viettel.window", "20", "dientap.exercise", "true"));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> real.tally().pending() + exercise.tally().pending() == 0);

        assertThat(startsOf("viettel")).containsExactly("8496");
        assertThat(startsOf("dientap")).containsExactly("8497");
        assertThat(counted.destinations()).doesNotHaveDuplicates().hasSize(2 * MESSAGES);
    }

    @Test
    void withoutAnExerciseLinkAnExerciseWaitsAndNothingOfItGoesOut() {
        StoredWave exercise = wave("8497", true);
        StoredWave real = wave("8496", false);
        node = GatewayNode.start(database, "a", smsc.port(), Map.of("viettel.window", "20"));

        await().atMost(Duration.ofSeconds(60)).until(() -> real.tally().pending() == 0);

        assertThat(startsOf("viettel")).containsExactly("8496");
        assertThat(exercise.tally().pending()).isEqualTo(MESSAGES);
        assertThat(exercise.queue()
                        .claim("a", "viettel", Carries.PUBLIC, Set.of("VIETTEL"), exercise.wave(), 10, StoredWave.NOW))
                .isEmpty();
    }

    @Test
    void anExerciseDelayedByAPublicLinkIsNotTakenByItAgain() {
        StoredWave exercise = wave("8497", true);
        database.jdbc()
                .sql("UPDATE message SET status = 'DELAYED', link = 'viettel'")
                .update();
        database.jdbc().sql("""
                        INSERT INTO message_delay (message_id, wave_id, link, not_before, reason)
                        SELECT id, wave_id, CASE WHEN id % 2 = 0 THEN 'viettel' END, '2020-01-01 00:00:00', 'RETRY' FROM message
                        """).update();
        StoredWave real = wave("8496", false);
        node = GatewayNode.start(database, "a", smsc.port(), Map.of("viettel.window", "20"));

        await().atMost(Duration.ofSeconds(60)).until(() -> real.tally().pending() == 0);

        assertThat(startsOf("viettel")).containsExactly("8496");
        assertThat(exercise.tally().pending()).isEqualTo(MESSAGES);
    }

    @Test
    void aCampaignThatBecomesAnExerciseAfterTheClaimIsStoppedRightBeforeTheWire() {
        StoredWave wave = wave("8496", false);
        node = GatewayNode.start(
                database, "a", smsc.port(), Map.of("viettel.window", "200", "viettel.submits-per-second", "20"));
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.size() > 5);

        database.jdbc()
                .sql("UPDATE campaign SET exercise = TRUE WHERE id = ?")
                .param(wave.campaign())
                .update();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.jdbc()
                                .sql(
                                        "SELECT COUNT(*) FROM message WHERE status = 'FAILED' AND detail LIKE '%exercise%'")
                                .query(Long.class)
                                .single()
                        > 0);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.bean(Links.class).all().getFirst().inFlight() == 0);
        int then = counted.size();
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> counted.size() == then);
        assertThat(then).isLessThan(MESSAGES);
    }

    private Set<String> startsOf(String account) {
        return counted.arrivals().stream()
                .filter(arrival -> arrival.account().equals(account))
                .map(arrival -> arrival.destination().substring(0, 4))
                .collect(Collectors.toSet());
    }

    private StoredWave wave(String prefix, boolean exercise) {
        StoredWave stored = StoredWave.in(database);
        database.jdbc()
                .sql("UPDATE campaign SET exercise = ? WHERE id = ?")
                .params(exercise, stored.campaign())
                .update();
        new PreparedMessages(database.jdbcTemplate()).add(RunningWave.messages(stored, prefix, MESSAGES, 1));
        return stored;
    }
}
