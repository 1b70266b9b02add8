package vn.canhbao.gateway.smpp.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SmscSimulatorIT {

    private static final OperatorProfile PLAIN = OperatorProfile.plain("secret");

    private final List<AcceptedSubmit> accepted = new CopyOnWriteArrayList<>();
    private SmscSimulator smsc;

    private SmscSimulator start(OperatorProfile viettel) {
        return start(SimulatorSettings.of(Map.of("viettel", viettel))
                .withReceipts(100, Duration.ofSeconds(5), Duration.ofMillis(20)));
    }

    private SmscSimulator start(SimulatorSettings settings) {
        smsc = SmscSimulator.start(settings, Clock.systemUTC(), accepted::add);
        return smsc;
    }

    @AfterEach
    void stop() {
        if (smsc != null) {
            smsc.close();
        }
    }

    @Test
    void submitIsAnsweredAndItsReceiptFollows() throws Exception {
        start(PLAIN);
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            String id = esme.submit("84912345678", "Canh bao");

            DeliverSm receipt = awaitReceipts(esme, 1).getFirst();
            assertThat(receipt.isSmscDeliveryReceipt()).isTrue();
            assertThat(receipt.getSourceAddr()).isEqualTo("84912345678");
            assertThat(receipt.getDestAddress()).isEqualTo("CANHBAO");
            assertThat(text(receipt))
                    .matches("id:" + id
                            + " sub:001 dlvrd:001 submit date:\\d{10} done date:\\d{10} stat:DELIVRD err:000 text:");
            assertThat(receipt.getOptionalParameter(OptionalParameter.Receipted_message_id.class)
                            .getValueAsString())
                    .isEqualTo(id);
            assertThat(receipt.getOptionalParameter(OptionalParameter.Message_state.class)
                            .getValue())
                    .isEqualTo((byte) 2);
            await().untilAsserted(() ->
                    assertThat(smsc.counters("viettel").receiptsTaken()).isEqualTo(1));
            assertThat(smsc.counters("viettel").receiptsWaiting()).isZero();
        }
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        start(PLAIN);
        assertThatThrownBy(() -> TestEsme.bind(smsc, "viettel", "wrong")).hasMessageContaining("0000000e");
    }

    @Test
    void unknownSystemIdIsRefused() throws Exception {
        start(PLAIN);
        assertThatThrownBy(() -> TestEsme.bind(smsc, "nobody", "secret")).hasMessageContaining("0000000f");
    }

    @Test
    void bindsOverTheLimitAreRefusedUntilOneEnds() throws Exception {
        start(PLAIN.withMaxBinds(1));
        try (var first = TestEsme.bind(smsc, "viettel", "secret")) {
            assertThatThrownBy(() -> TestEsme.bind(smsc, "viettel", "secret")).hasMessageContaining("00000005");
        }
        await().until(() -> smsc.counters("viettel").boundBinds() == 0);
        TestEsme.bind(smsc, "viettel", "secret").close();
    }

    @Test
    void operatorsOnOnePortKeepTheirReceiptsApart() throws Exception {
        start(SimulatorSettings.of(Map.of(
                "viettel", PLAIN, "mobifone", OperatorProfile.plain("other").withReceiptWord("EXPIRED", 1))));
        try (var viettel = TestEsme.bind(smsc, "viettel", "secret");
                var mobifone = TestEsme.bind(smsc, "mobifone", "other")) {
            viettel.submit("84962345678", "a");
            mobifone.submit("84902345678", "b");

            assertThat(text(awaitReceipts(viettel, 1).getFirst())).contains("stat:DELIVRD");
            assertThat(text(awaitReceipts(mobifone, 1).getFirst())).contains("stat:EXPIRED");
            assertThat(accepted).extracting(AcceptedSubmit::systemId).containsExactly("viettel", "mobifone");
        }
    }

    @Test
    void submitsOverTheRateAreThrottled() throws Exception {
        start(PLAIN.withSubmitsPerSecond(2));
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 200; i++) {
                            esme.submit("84912345678", "a");
                        }
                    })
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refused -> assertThat(refused.getCommandStatus()).isEqualTo(0x58));
            await().ignoreExceptions().until(() -> esme.submit("84912345678", "a") != null);
        }
    }

    @Test
    void refusedSubmitHasItsCommandStatusAndNoReceipt() throws Exception {
        start(PLAIN.withRejection("0x0B", 1));
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            assertThatThrownBy(() -> esme.submit("84912345678", "a"))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refused -> assertThat(refused.getCommandStatus()).isEqualTo(0x0B));
            assertThat(smsc.counters("viettel").rejected()).isEqualTo(1);
            assertThat(accepted).isEmpty();
        }
    }

    @Test
    void lostAnswersStarveNobodyAndHalfOfThemAreTaken() throws Exception {
        start(PLAIN.withLosses(0.5, 0));
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            var silences = new AtomicInteger();
            esme.answerWithin(2_000);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 20; i++) {
                    String destination = "849123456" + (10 + i);
                    threads.submit(() -> {
                        try {
                            return esme.submit(destination, "a");
                        } catch (ResponseTimeoutException lost) {
                            return silences.incrementAndGet();
                        }
                    });
                }
            }
            int silent = silences.get();
            assertThat(silent).isBetween(4, 16);
            assertThat(smsc.counters("viettel").answersLost()).isEqualTo(silent);
            assertThat(accepted.stream().filter(submit -> !submit.answered())).hasSizeBetween(1, silent - 1);
            awaitReceipts(esme, accepted.size());
        }
    }

    @Test
    void fateDependsOnTheNumberAlone() throws Exception {
        OperatorProfile profile = PLAIN.withReceiptWord("UNDELIV", 0.3);
        var first = undelivered(profile);
        stop();
        var second = undelivered(profile);

        assertThat(second).isEqualTo(first).hasSizeBetween(3, 20);
    }

    private Set<String> undelivered(OperatorProfile profile) throws Exception {
        start(profile);
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            for (int i = 0; i < 40; i++) {
                esme.submit("849123456" + (10 + i), "a");
            }
            Set<String> numbers = new HashSet<>();
            awaitReceipts(esme, 40).stream()
                    .filter(receipt -> text(receipt).contains("UNDELIV"))
                    .forEach(receipt -> numbers.add(receipt.getSourceAddr()));
            return numbers;
        }
    }

    @ParameterizedTest
    @CsvSource({"UNDELIV, 5", "EXPIRED, 3", "REJECTD, 8", "DELETED, 4", "ACCEPTD, 6", "UNKNOWN, 7", "FAILED, 0"})
    void everyFinalWordHasItsTlv(String word, byte state) throws Exception {
        start(PLAIN.withReceiptWord(word, 1));
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            esme.submit("84912345678", "a");

            DeliverSm receipt = awaitReceipts(esme, 1).getFirst();
            assertThat(text(receipt)).contains("stat:" + word + " err:001");
            var tlv = receipt.getOptionalParameter(OptionalParameter.Message_state.class);
            assertThat(tlv == null ? 0 : tlv.getValue()).isEqualTo(state);
        }
    }

    @Test
    void lostReceiptNeverComes() throws Exception {
        start(PLAIN.withLosses(0, 1));
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            esme.submit("84912345678", "a");

            await().until(() -> smsc.counters("viettel").receiptsLost() == 1);
            assertThat(smsc.counters("viettel").receiptsWaiting()).isZero();
        }
    }

    @Test
    void segmentsOfALongMessageShareTheirFateAndArriveAsSent() throws Exception {
        start(PLAIN.withReceiptWord("UNDELIV", 0.5));
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            for (int number = 0; number < 10; number++) {
                for (byte segment = 1; segment <= 3; segment++) {
                    byte[] octets = {5, 0, 3, 7, 3, segment, 0x01, (byte) 0xB0};
                    esme.submit("8491234567" + number, (byte) 0x40, (byte) 8, octets);
                }
            }
            var words = awaitReceipts(esme, 30).stream()
                    .map(receipt -> receipt.getSourceAddr() + text(receipt).replaceAll(".*stat:(\\w+).*", " $1"))
                    .distinct();
            assertThat(words).hasSize(10);
            assertThat(accepted.get(1).octets()).containsExactly(5, 0, 3, 7, 3, 2, 1, 0xB0);
            assertThat(accepted.get(1).esmClass()).isEqualTo((byte) 0x40);
            assertThat(accepted.get(1).dataCoding()).isEqualTo((byte) 8);
        }
    }

    @Test
    void fullSegmentArrivesWhole() throws Exception {
        start(PLAIN);
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            // 160 octets: sm_length is over 127.
            byte[] octets = "a".repeat(160).getBytes(StandardCharsets.US_ASCII);
            esme.submit("84912345678", (byte) 0, (byte) 0, octets);

            assertThat(accepted.getFirst().octets()).isEqualTo(octets);
        }
    }

    @Test
    void receiptsWaitForTheNextBind() throws Exception {
        start(PLAIN.withReceiptDelay(DelayRange.millis(30, 30)));
        var transmitter = TestEsme.bind(smsc, "viettel", "secret", BindType.BIND_TX);
        for (int i = 0; i < 10; i++) {
            transmitter.submit("8491234567" + i, "a");
        }
        transmitter.close();
        await().until(() -> smsc.counters("viettel").boundBinds() == 0);
        assertThat(smsc.counters("viettel").receiptsWaiting()).isEqualTo(10);

        try (var receiver = TestEsme.bind(smsc, "viettel", "secret", BindType.BIND_RX)) {
            awaitReceipts(receiver, 10);
            await().until(() -> smsc.counters("viettel").receiptsTaken() == 10);
        }
    }

    @Test
    void receiptsWithoutAnAnswerComeAgainAfterALostSession() throws Exception {
        start(PLAIN);
        var first = TestEsme.bind(smsc, "viettel", "secret");
        first.receiptAnswer = 0x64;
        for (int i = 0; i < 10; i++) {
            first.submit("8491234567" + i, "a");
        }
        awaitReceipts(first, 10);
        smsc.dropSessions();
        await().until(() -> smsc.counters("viettel").boundBinds() == 0);

        try (var second = TestEsme.bind(smsc, "viettel", "secret")) {
            await().until(() -> second.receipts.stream()
                            .map(DeliverSm::getSourceAddr)
                            .distinct()
                            .count()
                    == 10);
            await().until(() -> smsc.counters("viettel").receiptsWaiting() == 0);
        }
    }

    @Test
    void refusedReceiptIsSentAgain() throws Exception {
        start(PLAIN);
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            // 0x58 leaves jSMPP as a header-only PDU, which its own server can't parse.
            esme.receiptAnswer = 0x58;
            esme.submit("84912345678", "a");
            awaitReceipts(esme, 3);
            assertThat(smsc.counters("viettel").receiptsTaken()).isZero();

            esme.receiptAnswer = 0;
            await().until(() -> smsc.counters("viettel").receiptsTaken() == 1);
        }
    }

    @Test
    void receiptRefusedForGoodIsGivenUp() throws Exception {
        start(PLAIN);
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            esme.receiptAnswer = 0x65;
            esme.submit("84912345678", "a");

            await().until(() -> smsc.counters("viettel").receiptsRefused() == 1);
            assertThat(smsc.counters("viettel").receiptsWaiting()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(MessageIdFormat.class)
    void idsAreWrittenAsTheOperatorDoes(MessageIdFormat format) throws Exception {
        start(PLAIN.withIdFormat(format));
        try (var esme = TestEsme.bind(smsc, "viettel", "secret")) {
            String answered = esme.submit("84912345678", "a");
            String receipted = text(awaitReceipts(esme, 1).getFirst()).replaceAll("id:(\\S+).*", "$1");

            assertThat(receipted.equals(answered)).isEqualTo(!format.name().matches(".*_IN_(RECEIPT|RESPONSE)"));
        }
    }

    @Test
    void takenPortIsAnError() throws Exception {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> start(SimulatorSettings.bench().onPort(other.getLocalPort())))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void portIsFreeAgainAfterTheEnd() throws Exception {
        int port = start(PLAIN).port();
        TestEsme.bind(smsc, "viettel", "secret");
        smsc.close();

        start(SimulatorSettings.bench().onPort(port));
        TestEsme.bind(smsc, "gmobile", SimulatorSettings.EMBEDDED_PASSWORD).close();
    }

    private static List<DeliverSm> awaitReceipts(TestEsme esme, int count) {
        await().until(() -> esme.receipts.size() >= count);
        return esme.receipts;
    }

    private static String text(DeliverSm receipt) {
        return new String(receipt.getShortMessage(), StandardCharsets.US_ASCII);
    }
}
