package vn.canhbao.gateway.smpp.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SimulatorSettingsTest {

    @Test
    void withoutOperatorsItIsTheEmbeddedOne() {
        assertThat(bind(Map.of("canhbao.simulator.host", "127.0.0.1"))).isEqualTo(SimulatorSettings.embedded());
    }

    @Test
    void everyPropertyIsBound() {
        String viettel = "canhbao.simulator.operators.viettel.";
        SimulatorSettings settings = bind(Map.ofEntries(
                Map.entry("canhbao.simulator.port", "2776"),
                Map.entry("canhbao.simulator.seed", "7"),
                Map.entry("canhbao.simulator.receipt-window", "50"),
                Map.entry(viettel + "password", "secret"),
                Map.entry(viettel + "latency.from", "5ms"),
                Map.entry(viettel + "latency.to", "30ms"),
                Map.entry(viettel + "receipt-delay.from", "1s"),
                Map.entry(viettel + "answers-lost", "0.01"),
                Map.entry(viettel + "receipts-lost", "0.02"),
                Map.entry(viettel + "receipt-words.UNDELIV", "0.1"),
                Map.entry(viettel + "rejections.0x0B", "0.03"),
                Map.entry(viettel + "submits-per-second", "100"),
                Map.entry(viettel + "id-format", "hex-in-receipt"),
                Map.entry(viettel + "max-binds", "2")));

        assertThat(settings.port()).isEqualTo(2776);
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.receiptWindow()).isEqualTo(50);
        assertThat(settings.receiptTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.operators())
                .containsExactly(Map.entry(
                        "viettel",
                        new OperatorProfile(
                                "secret",
                                DelayRange.millis(5, 30),
                                DelayRange.millis(1000, 1000),
                                0.01,
                                0.02,
                                Map.of("UNDELIV", 0.1),
                                Map.of("0x0B", 0.03),
                                100,
                                MessageIdFormat.HEX_IN_RECEIPT,
                                2)));
    }

    @Test
    void sharesHoldOverManyNumbers() {
        OperatorProfile demo = OperatorProfile.demo("secret");
        long undelivered = java.util.stream.IntStream.range(0, 100_000)
                .mapToObj(i -> Fate.of("84912%06d".formatted(i), 2026, demo))
                .filter(fate -> fate.word().equals("UNDELIV"))
                .count();

        assertThat(undelivered).isBetween(2_300L, 2_700L);
    }

    @Test
    void fateIsTheSameHoweverTheNumberIsWritten() {
        OperatorProfile demo = OperatorProfile.demo("secret");

        assertThat(Fate.of("+84912345678", 1, demo))
                .isEqualTo(Fate.of("84912345678", 1, demo))
                .isEqualTo(Fate.of("0912345678", 1, demo))
                .isNotEqualTo(Fate.of("84912345678", 2, demo));
    }

    private static SimulatorSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("canhbao.simulator", SimulatorSettings.class)
                .get();
    }
}
