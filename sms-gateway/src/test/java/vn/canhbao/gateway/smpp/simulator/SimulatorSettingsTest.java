package vn.canhbao.gateway.smpp.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                        OperatorProfile.plain("secret")
                                .withLatency(DelayRange.millis(5, 30))
                                .withReceiptDelay(DelayRange.millis(1000, 1000))
                                .withLosses(0.01, 0.02)
                                .withReceiptWord("UNDELIV", 0.1)
                                .withRejection("0x0B", 0.03)
                                .withSubmitsPerSecond(100)
                                .withIdFormat(MessageIdFormat.HEX_IN_RECEIPT)
                                .withMaxBinds(2)));
        OperatorProfile profile = settings.operators().get("viettel");
        assertThat(profile.latency().to()).isEqualTo(Duration.ofMillis(30));
        assertThat(profile.rejections()).isEqualTo(Map.of("0x0B", 0.03));
        assertThat(profile.idFormat()).isEqualTo(MessageIdFormat.HEX_IN_RECEIPT);
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

    @Test
    void aProfileIsChangedByTheKeysOfItsConfiguration() {
        OperatorProfile changed = OperatorProfile.plain("secret")
                .with(
                        "answers.refused.0x14",
                        0.25,
                        "receipts.interim-before",
                        "ENROUTE,ACCEPTD",
                        "session.linger",
                        "3s")
                .withMaxBinds(2);

        assertThat(changed.answers().refused()).isEqualTo(Map.of("0x14", 0.25));
        assertThat(changed.receipts().interimBefore()).containsExactly("ENROUTE", "ACCEPTD");
        assertThat(changed.session().linger()).isEqualTo(Duration.ofSeconds(3));
        assertThat(changed.maxBinds()).isEqualTo(2);
        assertThat(changed.receipts().text()).isEqualTo(ReceiptManners.STANDARD);
    }

    @Test
    void aKeyThatNoProfileKnowsIsRefused() {
        assertThatThrownBy(() -> OperatorProfile.plain("secret").with("answers.shy", 1))
                .hasStackTraceContaining("answers.shy");
    }

    @Test
    void receiptsForAnAccountThatIsNoneAreRefused() {
        OperatorProfile astray = OperatorProfile.plain("secret").with("receipts.account", "nobody");

        assertThatThrownBy(() -> SimulatorSettings.of(Map.of("viettel", astray)))
                .hasMessageContaining("operators.viettel.receipts.account: nobody");
    }

    private static SimulatorSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("canhbao.simulator", SimulatorSettings.class)
                .get();
    }
}
