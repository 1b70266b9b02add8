package vn.canhbao.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryTimesTest {

    @Test
    void percentilesAreWithinFivePercent() {
        DeliveryTimes times = new DeliveryTimes();
        for (int second = 1; second <= 100; second++) {
            times.add(DeliveryTimes.bucket(Duration.ofSeconds(second)), 1);
        }

        assertThat(times.percentile(0.5)).isCloseTo(50, within(2.6));
        assertThat(times.percentile(0.95)).isCloseTo(95, within(4.9));
    }

    @Test
    void withoutMessagesThereIsNoTime() {
        assertThat(new DeliveryTimes().percentile(0.5)).isNull();
    }

    @Test
    void aReceiptBeforeItsAnswerTookNoTime() {
        assertThat(DeliveryTimes.bucket(Duration.ofMillis(-5))).isZero();
    }
}
