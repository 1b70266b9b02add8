package vn.canhbao.console.security.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LoginAttemptsIT {

    private static final String HERE = "10.0.0.1";
    private static final LockOutSettings SETTINGS =
            new LockOutSettings(3, 6, 8, Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T05:00:00Z"));
    private final LoginAttempts attempts;

    LoginAttemptsIT(TestDatabase kind) {
        database = kind.open();
        attempts = new LoginAttempts(JdbcClient.create(database.dataSource()), SETTINGS, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void waitBeginsWithTheThirdFailureAndDoublesUpToItsLimit() {
        assertThat(attempts.failed("quantri", HERE)).isFalse();
        assertThat(attempts.failed("quantri", HERE)).isFalse();
        assertThat(attempts.waitFor("quantri", HERE)).isZero();
        assertThat(attempts.failed("quantri", HERE)).isTrue();
        assertThat(attempts.waitFor("quantri", HERE)).isEqualTo(Duration.ofMinutes(1));

        for (int minutes : new int[] {2, 4, 8, 10, 10}) {
            clock.advance(attempts.waitFor("quantri", HERE));
            assertThat(attempts.waitFor("quantri", HERE)).isZero();
            assertThat(attempts.failed("quantri", HERE)).as("told once").isFalse();
            assertThat(attempts.waitFor("quantri", HERE)).isEqualTo(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void otherAddressesAndAccountsDoNotWait() {
        fail("quantri", HERE, 3);

        assertThat(attempts.waitFor("quantri", "10.0.0.2")).isZero();
        assertThat(attempts.waitFor("soanthao", HERE)).isZero();
    }

    @Test
    void guessingFromManyAddressesMakesUnknownOnesWaitButNotWhereThePersonWorks() {
        attempts.succeeded("quantri", HERE);
        for (int i = 0; i < 6; i++) {
            attempts.failed("quantri", "203.0.113." + i);
        }

        assertThat(attempts.waitFor("quantri", "203.0.113.99")).isPositive();
        assertThat(attempts.waitFor("quantri", HERE)).isZero();
        clock.advance(Duration.ofDays(31));
        for (int i = 0; i < 6; i++) {
            attempts.failed("quantri", "203.0.113." + i);
        }
        assertThat(attempts.waitFor("quantri", HERE)).as("no longer known").isPositive();
    }

    @Test
    void addressThatTriesManyAccountsWaitsForAllButTheOnesItKnows() {
        attempts.succeeded("soanthao", HERE);
        for (int i = 0; i < 8; i++) {
            attempts.failed("ai-do-" + i, HERE);
        }

        assertThat(attempts.waitFor("quantri", HERE)).isPositive();
        assertThat(attempts.waitFor("soanthao", HERE)).isZero();
    }

    @Test
    void comingInForgetsAndSoDoesADay() {
        fail("quantri", HERE, 2);
        attempts.succeeded("quantri", HERE);
        fail("quantri", HERE, 2);
        assertThat(attempts.waitFor("quantri", HERE)).isZero();

        clock.advance(Duration.ofHours(25));
        fail("quantri", HERE, 2);
        assertThat(attempts.waitFor("quantri", HERE)).isZero();
    }

    @Test
    void administratorEndsTheWaitEverywhere() {
        fail("quantri", HERE, 3);
        fail("quantri", "10.0.0.2", 3);
        fail("quan_ri", HERE, 3);
        assertThat(attempts.waitsSomewhere("quantri")).isTrue();

        attempts.forgive("quan_ri");
        assertThat(attempts.waitsSomewhere("quantri")).as("_ is no wildcard").isTrue();
        attempts.forgive("quantri");

        assertThat(attempts.waitsSomewhere("quantri")).isFalse();
        assertThat(attempts.waitFor("quantri", "10.0.0.2")).isZero();
    }

    @Test
    void nameOfAnyLengthIsCounted() {
        String name = "x".repeat(5000);
        fail(name, HERE, 3);

        assertThat(attempts.waitFor(name, HERE)).isPositive();
    }

    private void fail(String username, String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(username, address);
        }
    }
}
