package vn.canhbao.console.security.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SecondFactorsIT {

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T05:00:00Z"));
    private final JdbcClient jdbc;
    private final SecondFactors factors;

    SecondFactorsIT(TestDatabase kind) {
        database = kind.open();
        jdbc = JdbcClient.create(database.dataSource());
        factors = new SecondFactors(jdbc, clock);
    }

    @BeforeEach
    void account() {
        jdbc.sql(
                        "INSERT INTO user_account (username, display_name, password_hash, roles, enabled, created_at) VALUES ('quantri', 'Q', 'x', 'ADMIN', TRUE, '2026-11-24 05:00:00')")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReloadedEnrolmentPageShowsTheSameSecret() {
        assertThat(factors.begin("quantri")).isEqualTo(factors.begin("quantri"));
    }

    @Test
    void nothingIsAcceptedBeforeTheFirstCode() {
        Totp totp = factors.begin("quantri");

        assertThat(factors.accepts("quantri", totp.code(clock.instant()))).isFalse();
        assertThat(factors.confirm("quantri", "000000")).isEmpty();
        assertThat(factors.confirm("quantri", totp.code(clock.instant())))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void codeIsGoodOnceWithinItsWindow() {
        Totp totp = enrolled();

        assertThat(factors.accepts("quantri", totp.code(clock.instant())))
                .as("the code of the enrolment")
                .isFalse();
        clock.advance(Duration.ofSeconds(30));
        String code = totp.code(clock.instant());
        assertThat(factors.accepts("quantri", code)).isTrue();
        assertThat(factors.accepts("quantri", code)).as("again").isFalse();
        assertThat(factors.accepts("quantri", totp.code(clock.instant().minusSeconds(30))))
                .as("an older one")
                .isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(factors.accepts("quantri", totp.code(clock.instant()))).isTrue();
    }

    @Test
    void recoveryCodeIsGoodOnceHoweverItIsTyped() {
        List<String> codes = factors.confirm("quantri", factors.begin("quantri").code(clock.instant()));
        String typed = codes.getFirst().toLowerCase().replace("-", " ");

        assertThat(factors.accepts("quantri", typed)).isTrue();
        assertThat(factors.accepts("quantri", typed)).isFalse();
        assertThat(factors.recoveryCodesLeft("quantri")).isEqualTo(9);
        assertThat(stored()).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void newRecoveryCodesVoidTheOldOnes() {
        List<String> old = factors.confirm("quantri", factors.begin("quantri").code(clock.instant()));
        List<String> codes = factors.newRecoveryCodes("quantri");

        assertThat(factors.accepts("quantri", old.getFirst())).isFalse();
        assertThat(factors.accepts("quantri", codes.getFirst())).isTrue();
    }

    @Test
    void removedFactorAcceptsNothingAndTheNextOneHasAnotherSecret() {
        Totp totp = enrolled();
        clock.advance(Duration.ofMinutes(1));
        factors.remove("quantri");

        assertThat(factors.accepts("quantri", totp.code(clock.instant()))).isFalse();
        assertThat(factors.begin("quantri")).isNotEqualTo(totp);
    }

    private Totp enrolled() {
        Totp totp = factors.begin("quantri");
        factors.confirm("quantri", totp.code(clock.instant()));
        return totp;
    }

    private List<String> stored() {
        return jdbc.sql("SELECT code_hash FROM recovery_code")
                .query(String.class)
                .list();
    }
}
