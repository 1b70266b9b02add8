package vn.canhbao.console.security.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.db.SettableClock;

class LoginRateTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T05:00:00Z"));
    private final LoginRate rate = new LoginRate(3, clock);

    @Test
    void addressHasItsLoginsAMinuteAndOthersHaveTheirs() {
        assertThat(rate.admits("10.0.0.1")).isTrue();
        assertThat(rate.admits("10.0.0.1")).isTrue();
        assertThat(rate.admits("10.0.0.1")).isTrue();
        assertThat(rate.admits("10.0.0.1")).isFalse();
        assertThat(rate.admits("10.0.0.2")).isTrue();

        clock.advance(Duration.ofSeconds(20));
        assertThat(rate.admits("10.0.0.1")).isTrue();
        assertThat(rate.admits("10.0.0.1")).isFalse();
    }
}
