package vn.canhbao.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.canhbao.core.db.SettableClock;

class ReceiptSpeedTest {

    final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T01:00:00Z"));
    final ReceiptSpeed speed = new ReceiptSpeed(clock);

    @Test
    void tooFewSaySoNothing() {
        submit(0, 10);
        receive(0, 10);

        assertThat(speed.slowShare()).isEmpty();
    }

    @Test
    void lateAndMissingReceiptsAreSlowAndOldOnesAreForgotten() {
        submit(0, 20);
        clock.advance(Duration.ofSeconds(11));
        submit(20, 20);
        receive(0, 30);
        clock.advance(Duration.ofMinutes(5));
        receive(30, 5);

        clock.advance(Duration.ofSeconds(1));
        assertThat(speed.missing()).containsExactly("35", "36", "37", "38", "39");
        speed.missing().forEach(speed::slow);

        assertThat(speed.slowShare()).hasValue(0.125);
        clock.advance(Duration.ofMinutes(16));
        assertThat(speed.slowShare()).isEmpty();
    }

    @Test
    void atMostTwentyAreFollowedInTenSeconds() {
        submit(0, 100);
        clock.advance(Duration.ofMinutes(6));

        assertThat(speed.missing()).hasSize(20);
    }

    private void submit(int from, int count) {
        for (int i = from; i < from + count; i++) {
            speed.accepted(Integer.toString(i), clock.instant());
        }
    }

    private void receive(int from, int count) {
        for (int i = from; i < from + count; i++) {
            speed.received(Integer.toString(i), clock.instant());
        }
    }
}
