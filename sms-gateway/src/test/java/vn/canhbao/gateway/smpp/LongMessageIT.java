package vn.canhbao.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.canhbao.gateway.smpp.WiredLink.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.canhbao.core.message.EarlierSegments;
import vn.canhbao.core.message.MessageOutcome;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.SegmentOutcome;
import vn.canhbao.core.message.SegmentPlan;
import vn.canhbao.core.text.GsmAlphabet;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.OperatorProfile;

/** Long messages over TCP, as the SMSC sees their submit_sm. */
class LongMessageIT {

    static final String UCS_2 = "ă".repeat(66) + "ơ" + "ư".repeat(66) + "đ";
    static final String GSM = "a".repeat(152) + "b" + "c".repeat(152) + "d";

    @Test
    void anEightBitReferenceIsAUdhOfSixOctets() throws Exception {
        try (var link = WiredLink.with()) {
            MessageOutcome outcome = link.send(message(0x1234, UCS_2, 1, EarlierSegments.NONE));

            assertThat(outcome.status()).isEqualTo(MessageStatus.SUBMITTED);
            assertThat(outcome.plan()).isEqualTo(new SegmentPlan(2, 0x34, "UDH_8 UCS_2"));
            assertThat(headers(link, 6)).containsExactly("050003340201", "050003340202");
            assertThat(link.seen).allMatch(submit -> submit.esmClass() == 0x40 && submit.dataCoding() == 8);
            assertThat(ucs2(link, 6)).containsExactly("ă".repeat(66) + "ơ", "ư".repeat(66) + "đ");
        }
    }

    @Test
    void aSixteenBitReferenceIsAUdhOfSevenOctetsAndLeavesRoomForLess() throws Exception {
        try (var link = WiredLink.with("long-message", "UDH_16")) {
            link.send(message(0x1234, UCS_2, 1, EarlierSegments.NONE));
            assertThat(headers(link, 7)).containsExactly("06080412340301", "06080412340302", "06080412340303");
            assertThat(ucs2(link, 7)).containsExactly("ă".repeat(66), "ơ" + "ư".repeat(65), "ưđ");
            link.seen.clear();

            link.send(message(0x1235, GSM, 1, EarlierSegments.NONE));
            assertThat(gsm(link, 7)).containsExactly("a".repeat(152), "b" + "c".repeat(151), "cd");
        }
    }

    @Test
    void sarIsThreeTlvsAndNoUdh() throws Exception {
        try (var link = WiredLink.with("long-message", "SAR")) {
            link.send(message(0x1234, GSM, 1, EarlierSegments.NONE));

            assertThat(link.seen).allMatch(submit -> submit.esmClass() == 0);
            assertThat(gsm(link, 0)).containsExactly("a".repeat(152) + "b", "c".repeat(152) + "d");
            assertThat(tlvs(link, 0x020C)).containsExactly("0034", "0034");
            assertThat(tlvs(link, 0x020E)).containsExactly("02", "02");
            assertThat(tlvs(link, 0x020F)).containsExactly("01", "02");
        }
    }

    @Test
    void messagePayloadIsOneSubmitSm() throws Exception {
        try (var link = WiredLink.with("long-message", "PAYLOAD")) {
            MessageOutcome outcome = link.send(UCS_2.repeat(5));

            assertThat(outcome.plan()).isEqualTo(SegmentPlan.SINGLE);
            assertThat(outcome.segments()).singleElement().matches(SegmentOutcome::accepted);
            assertThat(link.seen).singleElement().satisfies(submit -> {
                assertThat(submit.esmClass()).isZero();
                assertThat(submit.tlvs()).containsOnlyKeys(0x0424);
                assertThat(new String(submit.octets(), StandardCharsets.UTF_16BE))
                        .isEqualTo(UCS_2.repeat(5));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"UDH_8", "UDH_16", "SAR", "PAYLOAD"})
    void aShortMessageIsPlainInEveryMode(String mode) throws Exception {
        try (var link = WiredLink.with("long-message", mode)) {
            link.send("ă".repeat(70));

            assertThat(link.seen).singleElement().satisfies(submit -> {
                assertThat(submit.esmClass()).isZero();
                assertThat(submit.tlvs()).isEmpty();
                assertThat(submit.octets()).hasSize(140);
            });
        }
    }

    @Test
    void twoMessagesToOneNumberNeverShareAReference() throws Exception {
        try (var link = WiredLink.with()) {
            link.send(message(1, GSM, 1, EarlierSegments.NONE));
            link.send(message(257, GSM, 1, EarlierSegments.NONE));

            assertThat(headers(link, 6))
                    .containsExactly("050003010201", "050003010202", "050003020201", "050003020202");
        }
    }

    @Test
    void theSegmentsOfAMessageGoOutInOrderEvenOverSeveralBinds() throws Exception {
        try (var link = WiredLink.with("binds", "3")) {
            for (int id = 1; id <= 20; id++) {
                link.send(message(id, GSM.repeat(3), 1, EarlierSegments.NONE));
            }
            assertThat(link.seen.stream()
                            .map(submit -> (int) submit.octets()[5])
                            .collect(Collectors.toList()))
                    .hasSize(20 * 6)
                    .startsWith(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void theReceiptIsAskedForOnTheLastSegmentOnlyWhereTheLinkSaysSo() throws Exception {
        try (var link = WiredLink.with("receipts", "LAST_SEGMENT")) {
            MessageOutcome outcome = link.send(GSM + GSM);

            assertThat(link.seen)
                    .extracting(AcceptedSubmit::registeredDelivery)
                    .containsExactly((byte) 0, (byte) 0, (byte) 0, (byte) 1);
            assertThat(outcome.segments())
                    .extracting(SegmentOutcome::receiptWanted)
                    .containsExactly(false, false, false, true);
        }
    }

    @Test
    void onlyTheMissingSegmentsAreSentAndTheyAreCutAsTheFirstWere() throws Exception {
        try (var link = WiredLink.with("long-message", "UDH_16")) {
            var earlier = new EarlierSegments(Set.of(1), Set.of(2), new SegmentPlan(3, 77, "UDH_8 GSM_7"));
            String text = GSM + "e";

            MessageOutcome rest = link.send(message(1, text, 1, earlier));
            assertThat(headers(link, 6)).containsExactly("0500034d0303");
            assertThat(rest.status()).as("segment 2 is still in doubt").isEqualTo(MessageStatus.UNANSWERED);
            link.seen.clear();

            MessageOutcome secondCopy = link.send(message(1, text, 2, earlier));
            assertThat(headers(link, 6)).containsExactly("0500034d0302", "0500034d0303");
            assertThat(secondCopy.status()).isEqualTo(MessageStatus.SUBMITTED);
        }
    }

    @Test
    void aMessageCutOffInTheMiddleGoesBackToTheQueueWithWhatWasAccepted() throws Exception {
        try (var link = WiredLink.with(OperatorProfile.plain("secret").withSubmitsPerSecond(1))) {
            var sending = CompletableFuture.supplyAsync(() -> {
                try {
                    return link.send(GSM);
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
            });
            // The link, told to wait, pauses before it tries the second segment again; meanwhile the SMSC is gone.
            await().until(link::isPaused);
            link.smsc.close();

            MessageOutcome outcome = sending.get();

            assertThat(outcome.status()).isEqualTo(MessageStatus.READY);
            assertThat(outcome.segments())
                    .singleElement()
                    .matches(segment -> segment.number() == 1 && segment.accepted());
            assertThat(outcome.plan()).isEqualTo(new SegmentPlan(2, 1, "UDH_8 GSM_7"));
        }
    }

    private static List<String> headers(WiredLink link, int octets) {
        return link.seen.stream()
                .map(submit -> hex(Arrays.copyOf(submit.octets(), octets)))
                .toList();
    }

    private static List<String> tlvs(WiredLink link, int tag) {
        return link.seen.stream().map(submit -> hex(submit.tlvs().get(tag))).toList();
    }

    private static List<String> ucs2(WiredLink link, int udh) {
        return link.seen.stream()
                .map(submit -> new String(text(submit, udh), StandardCharsets.UTF_16BE))
                .toList();
    }

    private static List<String> gsm(WiredLink link, int udh) {
        return link.seen.stream()
                .map(submit -> GsmAlphabet.decode(text(submit, udh)))
                .toList();
    }

    private static byte[] text(AcceptedSubmit submit, int udh) {
        return Arrays.copyOfRange(submit.octets(), udh, submit.octets().length);
    }

    private static String hex(byte[] octets) {
        return java.util.HexFormat.of().formatHex(octets);
    }
}
