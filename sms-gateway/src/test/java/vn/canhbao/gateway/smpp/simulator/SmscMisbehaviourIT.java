package vn.canhbao.gateway.smpp.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.gateway.smpp.simulator.RawEsme.Pdu;

/** Each way in which the built-in SMSC can misbehave, seen from the other end of the wire. */
class SmscMisbehaviourIT {

    private static final String NUMBER = "84912345678";

    private final List<AcceptedSubmit> accepted = new CopyOnWriteArrayList<>();
    private SmscSimulator smsc;

    /** @param keys of the operator "viettel" */
    private void start(Object... keys) {
        start(SimulatorSettings.of(
                Map.of("viettel", OperatorProfile.plain("secret").with(keys))));
    }

    private void start(SimulatorSettings settings) {
        smsc = SmscSimulator.start(settings, Clock.systemUTC(), accepted::add);
    }

    @AfterEach
    void stop() {
        smsc.close();
    }

    private Map<Integer, Integer> statusesOf(int submits) throws Exception {
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            for (int i = 0; i < submits; i++) {
                esme.submit(10 + i, "8491%07d".formatted(i));
            }
            Map<Integer, Integer> counts = new TreeMap<>();
            esme.await(RawEsme.SUBMIT_SM_RESP, submits)
                    .forEach(answer -> counts.merge(answer.status(), 1, Integer::sum));
            return counts;
        }
    }

    @Test
    void aShareOfSubmitsIsThrottledWhateverTheNumber() throws Exception {
        start("answers.throttled", 0.1);
        Map<Integer, Integer> statuses = statusesOf(1_000);

        assertThat(statuses.get(0x58)).isBetween(60, 140);
        assertThat(statuses.get(0x58) + statuses.get(0)).isEqualTo(1_000);
        assertThat(smsc.counters("viettel").throttled())
                .isEqualTo(statuses.get(0x58).longValue());
    }

    @Test
    void theFirstSubmitsAreRefusedAndNoneAfterThem() throws Exception {
        start("answers.refuse-first", 3, "answers.refuse-first-with", "0x14");

        assertThat(statusesOf(10)).isEqualTo(Map.of(0x14, 3, 0, 7));
    }

    @Test
    void aShareOfSubmitsIsRefusedWithAnyStatus() throws Exception {
        start("answers.refused.0x45", 0.5);

        assertThat(statusesOf(200).get(0x45)).isBetween(70, 130);
    }

    @Test
    void aSubmitIsNacked() throws Exception {
        start("answers.nacked", 1);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);

            Pdu nack = esme.await(RawEsme.GENERIC_NACK);
            assertThat(nack.sequence()).isEqualTo(7);
            assertThat(nack.status()).isEqualTo(8);
            assertThat(accepted).isEmpty();
        }
    }

    @Test
    void aShareOfAnswersIsLostAndTheSubmitTakenAllTheSame() throws Exception {
        start("answers.lost", 1, "answers.lost-taken", 1);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);

            esme.await(RawEsme.DELIVER_SM);
            assertThat(esme.all(RawEsme.SUBMIT_SM_RESP)).isEmpty();
            assertThat(smsc.counters("viettel").answersLost()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerComesLate() throws Exception {
        start("answers.late", 1, "answers.late-by", "300ms");
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);
            esme.enquireLink(8);

            esme.await(RawEsme.SUBMIT_SM_RESP);
            assertThat(esme.came).extracting(Pdu::sequence).containsSubsequence(8, 7);
            assertThat(smsc.counters("viettel").answersLate()).isEqualTo(1);
        }
    }

    @Test
    void answersComeInReverseOrder() throws Exception {
        start("answers.reversed", 3);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            for (int sequence = 11; sequence <= 14; sequence++) {
                esme.submit(sequence, NUMBER);
            }
            assertThat(esme.await(RawEsme.SUBMIT_SM_RESP, 4))
                    .extracting(Pdu::sequence)
                    .containsExactly(13, 12, 11, 14);
        }
    }

    @Test
    void aReceiptComesBeforeTheAnswer() throws Exception {
        start("answers.receipt-first", 1);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);

            esme.await(RawEsme.SUBMIT_SM_RESP);
            assertThat(esme.came.stream().map(Pdu::command))
                    .containsSubsequence(RawEsme.DELIVER_SM, RawEsme.SUBMIT_SM_RESP);
        }
    }

    @Test
    void anAnswerThatWaitsForItsReceiptComesOnATransmitterToo() throws Exception {
        start("answers.receipt-first", 1);
        try (var esme = RawEsme.bind(smsc, "viettel", BindType.BIND_TX)) {
            esme.submit(7, NUMBER);

            assertThat(esme.await(RawEsme.SUBMIT_SM_RESP).status()).isZero();
        }
    }

    @Test
    void theMessageIdIsEmpty() throws Exception {
        start("answers.empty-id", 1);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);

            assertThat(esme.await(RawEsme.SUBMIT_SM_RESP).messageId()).isEmpty();
            assertThat(text(esme.await(RawEsme.DELIVER_SM))).matches("id:\\d+ .*");
        }
    }

    @Test
    void theMessageIdIsRepeated() throws Exception {
        start("answers.repeated-id", 1);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);
            esme.submit(8, "84912345679");

            assertThat(esme.await(RawEsme.SUBMIT_SM_RESP, 2).stream()
                            .map(Pdu::messageId)
                            .distinct())
                    .singleElement()
                    .asString()
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DECIMAL_20, \\d{20}, \\d{20}",
        "DASHES, '[0-9A-F]{6}-[0-9A-F]{6,}-F000', '[0-9A-F]{6}-[0-9A-F]{6,}-F000'",
        "LETTERS, '[a-z0-9]{26}', '[a-z0-9]{26}'",
        "UPPER_CASE_IN_RECEIPT, '[0-9a-f]+', '[0-9A-F]+'",
        "LOWER_CASE_IN_RECEIPT, '[0-9A-F]+', '[0-9a-f]+'",
        "ZEROS_IN_RESPONSE, 0\\d{19}, [1-9]\\d+",
        "ZEROS_IN_RECEIPT, [1-9]\\d+, 0\\d{19}"
    })
    void idsHaveTheirForm(MessageIdFormat format, String response, String receipt) {
        start();
        long id = Clock.systemUTC().millis() * 1_000;

        assertThat(format.inResponse(id)).matches(response);
        assertThat(format.inReceipt(id)).matches(receipt);
    }

    private String receiptText(Object... keys) throws Exception {
        start(keys);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);
            return text(esme.await(RawEsme.DELIVER_SM));
        }
    }

    @Test
    void theReceiptIsWrittenAsTheTemplateWantsIt() throws Exception {
        assertThat(receiptText(
                        "receipts.text", "Stat={stat};ID={id};done={done};err:{err} text:id:1 stat:UNDELIV",
                        "receipts.dates", "yyMMddHHmmss'028+'"))
                .matches("Stat=DELIVRD;ID=\\d+;done=\\d{12}028\\+;err:000 text:id:1 stat:UNDELIV");
    }

    @Test
    void theReceiptBearsAWordOfTheOperatorsOwn() throws Exception {
        assertThat(receiptText("receipt-words.acked", 1)).contains("stat:acked err:001");
    }

    @Test
    void theReceiptIsUcs2() throws Exception {
        start("receipts.data-coding", 8);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);
            DeliverSm receipt = esme.await(RawEsme.DELIVER_SM).deliverSm();

            assertThat(receipt.getDataCoding()).isEqualTo((byte) 8);
            assertThat(new String(receipt.getShortMessage(), StandardCharsets.UTF_16BE))
                    .startsWith("id:");
        }
    }

    @ParameterizedTest
    @CsvSource({"TEXT_AND_TLVS, true, true", "TEXT, true, false", "TLVS, false, true"})
    void theReceiptHasTextOrTlvsOrBoth(ReceiptManners.Content content, boolean text, boolean tlvs) throws Exception {
        start("receipts.content", content);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);
            DeliverSm receipt = esme.await(RawEsme.DELIVER_SM).deliverSm();

            assertThat(receipt.getShortMessage().length > 0).isEqualTo(text);
            assertThat(receipt.getOptionalParameter(OptionalParameter.Message_state.class) != null)
                    .isEqualTo(tlvs);
        }
    }

    @Test
    void theTextContradictsTheTlvs() throws Exception {
        start("receipts.content", "TLVS_CONTRADICT_TEXT");
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);
            String id = esme.await(RawEsme.SUBMIT_SM_RESP).messageId();
            DeliverSm receipt = esme.await(RawEsme.DELIVER_SM).deliverSm();

            assertThat(new String(receipt.getShortMessage(), StandardCharsets.US_ASCII))
                    .contains("stat:UNDELIV")
                    .doesNotContain(id);
            assertThat(receipt.getOptionalParameter(OptionalParameter.Receipted_message_id.class)
                            .getValueAsString())
                    .isEqualTo(id);
        }
    }

    @Test
    void theReceiptBitIsMissing() throws Exception {
        start("receipts.esm-class", 0);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);

            assertThat(esme.await(RawEsme.DELIVER_SM).deliverSm().isSmscDeliveryReceipt())
                    .isFalse();
        }
    }

    @Test
    void theReceiptIsADataSmAndItsAnswerCounts() throws Exception {
        start("receipts.pdu", "DATA_SM");
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);
            Pdu receipt = esme.await(RawEsme.DATA_SM);
            esme.answer(receipt, 0);

            assertThat(new String(receipt.octets(), StandardCharsets.ISO_8859_1))
                    .contains("stat:DELIVRD");
            await().until(() -> smsc.counters("viettel").receiptsTaken() == 1);
        }
    }

    @Test
    void interimReceiptsComeBeforeAndAfterTheFinalOneAndAllTwice() throws Exception {
        start("receipts.interim-before", "ACCEPTD", "receipts.interim-after", "ENROUTE", "receipts.copies", 2);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);

            assertThat(esme.await(RawEsme.DELIVER_SM, 6))
                    .extracting(receipt -> text(receipt).replaceAll(".*stat:(\\w+).*", "$1"))
                    .containsExactly("ACCEPTD", "ACCEPTD", "DELIVRD", "DELIVRD", "ENROUTE", "ENROUTE");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReceiptManners.OnBind.class,
            names = {"SAME", "OTHER"})
    void receiptsComeOnTheSameBindOrOnAnother(ReceiptManners.OnBind bind) throws Exception {
        start("receipts.bind", bind);
        try (var first = RawEsme.bind(smsc, "viettel");
                var second = RawEsme.bind(smsc, "viettel")) {
            for (int i = 0; i < 10; i++) {
                first.submit(i, NUMBER);
            }
            boolean same = bind == ReceiptManners.OnBind.SAME;
            (same ? first : second).await(RawEsme.DELIVER_SM, 10);
            assertThat((same ? second : first).all(RawEsme.DELIVER_SM)).isEmpty();
        }
    }

    @Test
    void receiptsComeOnAnotherAccount() throws Exception {
        start(SimulatorSettings.of(Map.of(
                "viettel", OperatorProfile.plain("secret").with("receipts.account", "viettel-dr"),
                "viettel-dr", OperatorProfile.plain("secret"))));
        try (var submitting = RawEsme.bind(smsc, "viettel");
                var receiving = RawEsme.bind(smsc, "viettel-dr")) {
            submitting.submit(7, NUMBER);

            receiving.answer(receiving.await(RawEsme.DELIVER_SM), 0);
            await().until(() -> smsc.counters("viettel-dr").receiptsTaken() == 1);
        }
    }

    @Test
    void theConnectionIsCutEverySoManySubmitsWithAnswersUnderWay() throws Exception {
        start("session.cut-every", 5, "latency.from", "10s");
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            for (int i = 0; i < 5; i++) {
                esme.submit(10 + i, NUMBER);
            }
            await().until(() -> esme.hungUp);
            assertThat(esme.all(RawEsme.SUBMIT_SM_RESP)).isEmpty();
        }
        await().until(() -> smsc.counters("viettel").boundBinds() == 0);
        RawEsme.bind(smsc, "viettel").close();
    }

    @Test
    void aSessionGoesSilentAndKeepsItsBind() throws Exception {
        start("session.silence-every", 3, "max-binds", 1);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            for (int i = 0; i < 4; i++) {
                esme.submit(10 + i, NUMBER);
            }
            // Before that, enquire_link would be answered by a thread of its own.
            await().until(() -> smsc.counters("viettel").answersLost() == 1);
            esme.enquireLink(20);

            assertThatThrownBy(() -> RawEsme.bind(smsc, "viettel")).hasMessageContaining("refused: 5");
            assertThat(esme.hungUp).isFalse();
            assertThat(esme.all(RawEsme.SUBMIT_SM_RESP)).hasSize(2);
            assertThat(esme.all(RawEsme.ENQUIRE_LINK_RESP)).isEmpty();
            assertThat(accepted).hasSize(2);
        }
    }

    @Test
    void theSmscUnbindsAndHangsUpWhenThatIsAnswered() throws Exception {
        start("session.unbind-every", 2);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.submit(7, NUMBER);
            esme.submit(8, NUMBER);

            Pdu unbind = esme.await(RawEsme.UNBIND);
            assertThat(esme.await(RawEsme.SUBMIT_SM_RESP, 2)).hasSize(2);
            esme.answer(unbind, 0);
            await().until(() -> esme.hungUp);
        }
    }

    @Test
    void theFirstBindsAreRefused() throws Exception {
        start("session.refuse-binds", 2, "session.refuse-binds-with", "0x0E");

        assertThatThrownBy(() -> RawEsme.bind(smsc, "viettel")).hasMessageContaining("refused: 14");
        assertThatThrownBy(() -> RawEsme.bind(smsc, "viettel")).hasMessageContaining("refused: 14");
        RawEsme.bind(smsc, "viettel").close();
        assertThat(smsc.counters("viettel").bindsRefused()).isEqualTo(2);
    }

    @Test
    void anEndedSessionLingers() throws Exception {
        start("session.linger", "500ms", "max-binds", 1);
        RawEsme.bind(smsc, "viettel").close();
        await().until(() -> smsc.counters("viettel").boundBinds() == 0);

        assertThatThrownBy(() -> RawEsme.bind(smsc, "viettel")).hasMessageContaining("refused: 5");
        await().ignoreExceptions().until(() -> {
            RawEsme.bind(smsc, "viettel").close();
            return true;
        });
    }

    @Test
    void theBindIsAnsweredLate() throws Exception {
        start("session.bind-delay", "200ms");
        long before = System.nanoTime();
        RawEsme.bind(smsc, "viettel").close();

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000);
    }

    @Test
    void enquireLinkIsIgnored() throws Exception {
        start("session.ignore-enquire-link", true);
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.enquireLink(20);
            esme.submit(21, NUMBER);

            esme.await(RawEsme.SUBMIT_SM_RESP);
            assertThat(esme.all(RawEsme.ENQUIRE_LINK_RESP)).isEmpty();
        }
    }

    @Test
    void theSmscEnquiresItself() throws Exception {
        start("session.enquire-link-interval", "20ms");
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            esme.answer(esme.await(RawEsme.ENQUIRE_LINK), 0);

            await().until(() -> smsc.counters("viettel").enquireLinksAnswered() == 1);
            assertThat(smsc.counters("viettel").enquireLinks()).isPositive();
        }
    }

    @Test
    void transmitterSubmitsAndReceiverGetsTheReceipts() throws Exception {
        start();
        try (var transmitter = RawEsme.bind(smsc, "viettel", BindType.BIND_TX);
                var receiver = RawEsme.bind(smsc, "viettel", BindType.BIND_RX)) {
            transmitter.submit(7, NUMBER);

            receiver.await(RawEsme.DELIVER_SM);
            assertThat(transmitter.all(RawEsme.DELIVER_SM)).isEmpty();
        }
    }

    @Test
    void withAKeyStoreItSpeaksTls(@TempDir Path directory) throws Exception {
        Path store = directory.resolve("smsc.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "smsc",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start()
                .waitFor();
        start(SimulatorSettings.of(Map.of("viettel", OperatorProfile.plain("secret")))
                .withTls(new TlsKeys(store.toString(), "changeit")));
        var keys = java.security.KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);

        try (var esme = RawEsme.connect(context.getSocketFactory(), smsc)) {
            assertThat(esme.askToBind("viettel", BindType.BIND_TRX).status()).isZero();
            esme.submit(7, NUMBER);
            assertThat(esme.await(RawEsme.SUBMIT_SM_RESP).status()).isZero();
        }
    }

    @Test
    void aMessageFromAPhoneComesAndItsAnswerIsKnown() throws Exception {
        start();
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            var answers = smsc.deliverMo("viettel", NUMBER, "1900", "DA NHAN");
            Pdu pdu = esme.await(RawEsme.DELIVER_SM);
            assertThat(answers.getFirst()).isNotDone();
            assertThat(smsc.counters("viettel").messagesWaiting()).isEqualTo(1);
            esme.answer(pdu, 0);

            assertThat(answers)
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.get()).isZero());
            assertThat(pdu.deliverSm().getSourceAddr()).isEqualTo(NUMBER);
            assertThat(text(pdu)).isEqualTo("DA NHAN");
            assertThat(smsc.counters("viettel").messagesTaken()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(MobileOriginated.Split.class)
    void aLongMessageFromAPhoneComesInSegments(MobileOriginated.Split split) throws Exception {
        String text = "Tôi bị lừa đảo qua điện thoại. ".repeat(5).strip();
        start();
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            smsc.deliverMo("viettel", MobileOriginated.of(NUMBER, "1900", text).split(split));

            int udh = split == MobileOriginated.Split.SAR ? 0 : split == MobileOriginated.Split.UDH_8 ? 6 : 7;
            List<DeliverSm> segments = esme.await(RawEsme.DELIVER_SM, 3).stream()
                    .map(Pdu::deliverSm)
                    .toList();
            assertThat(segments)
                    .extracting(segment -> new String(
                            segment.getShortMessage(),
                            udh,
                            segment.getShortMessage().length - udh,
                            StandardCharsets.UTF_16BE))
                    .satisfies(parts -> assertThat(String.join("", parts)).isEqualTo(text));
            assertThat(segments).allMatch(segment -> segment.getShortMessage().length <= 140);
            assertThat(segments)
                    .extracting(segment -> split == MobileOriginated.Split.SAR
                            ? segment.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class)
                                    .getValue()
                            : segment.getShortMessage()[udh - 1])
                    .containsExactly((byte) 1, (byte) 2, (byte) 3);
        }
    }

    @Test
    void aLongMessageFromAPhoneComesBackToFront() throws Exception {
        start();
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            smsc.deliverMo(
                    "viettel",
                    MobileOriginated.of(NUMBER, "1900", "a".repeat(200))
                            .dataCoding(3)
                            .inReverse());

            assertThat(esme.await(RawEsme.DELIVER_SM, 2))
                    .extracting(pdu -> pdu.deliverSm().getShortMessage()[5])
                    .containsExactly((byte) 2, (byte) 1);
        }
    }

    @Test
    void theBusiestSecondAndTheFullestWindowAreCounted() throws Exception {
        start("latency.from", "300ms");
        try (var esme = RawEsme.bind(smsc, "viettel");
                var other = RawEsme.bind(smsc, "viettel")) {
            for (int i = 0; i < 6; i++) {
                esme.submit(10 + i, NUMBER);
            }
            esme.await(RawEsme.SUBMIT_SM_RESP, 6);
            other.submit(7, NUMBER);
            other.await(RawEsme.SUBMIT_SM_RESP);

            OperatorCounters counters = smsc.counters("viettel");
            assertThat(counters.peakUnanswered()).isEqualTo(6);
            assertThat(counters.peakSubmitsPerSecond()).isBetween(6, 7);
            assertThat(counters.peakBinds()).isEqualTo(2);
        }
    }

    @Test
    void secondsSlideAndPausesAreLeftOutOfTheMean() {
        start();
        var traffic = new Traffic();
        long second = 1_000_000_000L;
        // 3,000 in 1.5 s at an even pace, a minute's pause, and 10 more.
        IntStream.range(0, 3_000).forEach(i -> traffic.arrived(i * second / 2_000));
        IntStream.range(0, 10).forEach(i -> traffic.arrived(60 * second + i * second / 10));

        assertThat(traffic.peakPerSecond()).isEqualTo(2_000);
        assertThat(traffic.meanPerSecond()).isBetween(1_250.0, 1_260.0);
    }

    @Test
    void copiesAreCountedByNumberAndText() throws Exception {
        start(SimulatorSettings.of(
                        Map.of("viettel", OperatorProfile.plain("secret").with("answers.refuse-first", 1)))
                .countingCopies());
        try (var esme = RawEsme.bind(smsc, "viettel")) {
            for (int i = 0; i < 3; i++) {
                esme.submit(10 + i, NUMBER);
            }
            esme.submit(20, "84912345679");
            esme.await(RawEsme.SUBMIT_SM_RESP, 4);

            assertThat(smsc.copies()).isEqualTo(Map.of(NUMBER, 2, "84912345679", 1));
        }
    }

    private static String text(Pdu pdu) {
        Charset charset = StandardCharsets.ISO_8859_1;
        return new String(pdu.deliverSm().getShortMessage(), charset);
    }
}
