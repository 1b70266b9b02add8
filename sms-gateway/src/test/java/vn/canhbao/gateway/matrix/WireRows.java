package vn.canhbao.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.canhbao.core.text.GsmAlphabet;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit.Address;
import vn.canhbao.gateway.smpp.simulator.MobileOriginated;
import vn.canhbao.gateway.smpp.simulator.OperatorCounters;

/** What we put on the wire: quirks 11 to 16, 28 to 30, 38, 39. */
final class WireRows {

    private static final String LONG = ("Cảnh báo: Công an không làm việc qua điện thoại, không yêu cầu chuyển tiền. "
                    + "Nghi ngờ thì báo ngay Công an nơi gần nhất. ")
            .repeat(2);
    private static final int SAR_SEGMENT = 0x020F;

    private WireRows() {}

    static List<MatrixRow> rows() {
        return List.of(
                longMessage("UDH_8").check(view -> everySegment(view, 4, submit -> submit.octets()[5], 6)),
                longMessage("UDH_16").check(view -> everySegment(view, 4, submit -> submit.octets()[6], 7)),
                longMessage("SAR")
                        .check(view ->
                                everySegment(view, 4, submit -> submit.tlvs().get(SAR_SEGMENT)[0], 0)),
                longMessage("PAYLOAD").check(view -> everySegment(view, 1, submit -> 1, 0)),
                new MatrixRow(
                                "receipts on the last segment only",
                                "one receipt asked for and enough: DELIVERED",
                                "ReceiptRequest")
                        .link("receipts", "LAST_SEGMENT")
                        .text(LONG)
                        .check(view -> {
                            assertThat(view.submits()).hasSize(24);
                            assertThat(view.smsc().receiptsTaken()).isEqualTo(6);
                        }),
                wire(
                                "the text has @ $ _ { } [ ] ~ €",
                                "GSM 03.38 octets, data_coding 0, no letter changed",
                                "GsmTextEncoding")
                        .text("@ $ _ { } [ ] ~ \\ ^ | €")
                        .check(view -> assertThat(view.submits()).allSatisfy(submit -> {
                            assertThat(submit.dataCoding()).isZero();
                            assertThat(GsmAlphabet.decode(submit.octets())).isEqualTo("@ $ _ { } [ ] ~ \\ ^ | €");
                        })),
                wire("the text is accented Vietnamese", "UCS-2, data_coding 8, no letter lost, no \"?\"", "SegmentPdus")
                        .text("Đường dây nóng: ỡ ặ ượ")
                        .check(view -> assertThat(view.submits()).allSatisfy(submit -> {
                            assertThat(submit.dataCoding()).isEqualTo((byte) 8);
                            assertThat(new String(submit.octets(), StandardCharsets.UTF_16BE))
                                    .isEqualTo("Đường dây nóng: ỡ ặ ượ");
                        })),
                wire("emoji at the end of a segment", "no surrogate pair is split: DELIVERED", "SmsText")
                        .text("ă".repeat(66) + "😀" + "ă".repeat(66))
                        .check(view -> assertThat(view.submits())
                                .hasSize(18)
                                .allSatisfy(submit -> assertThat(new String(
                                                        submit.octets(),
                                                        6,
                                                        submit.octets().length - 6,
                                                        StandardCharsets.UTF_16BE)
                                                .getBytes(StandardCharsets.UTF_8))
                                        .doesNotContain((byte) '?'))),
                wire("the link takes no UCS-2", "FAILED before the wire, the detail names the letters", "SegmentPdus")
                        .link("unicode", false)
                        .text("Cảnh báo Đ")
                        .ends(tally -> tally.failed() == 6)
                        .check(view -> {
                            assertThat(view.smsc().submits()).isZero();
                            assertThat(view.messages())
                                    .allMatch(message -> message.detail().contains("Đ"));
                        }),
                destination("COUNTRY_CODE", "84"),
                destination("PLUS", "+84"),
                destination("NATIONAL", "0"),
                wire("the operator wants its own TON and NPI", "as configured", "Bind")
                        .link("sender-ton", 0, "sender-npi", 1, "dest-ton", 2, "dest-npi", 8)
                        .check(view -> assertThat(view.submits()).allSatisfy(submit -> {
                            assertThat(submit.sourceAddress()).isEqualTo(new Address(0, 1));
                            assertThat(submit.destinationAddress()).isEqualTo(new Address(2, 8));
                        })),
                validity("RELATIVE", "0000\\d{2}00\\d{2}\\d{2}\\d{2}000R|0000\\d{2}\\d{6}000R"),
                validity("ABSOLUTE", "\\d{12}028\\+"),
                validity("NONE", ""),
                wire(
                                "the validity ends while messages wait for the rate",
                                "EXPIRED, none on the wire after it",
                                "MessageSubmission")
                        .link("submits-per-second", 1, "window", 40)
                        .validFor(Duration.ofSeconds(25))
                        .preparedLate()
                        .messages(40)
                        .ends(tally -> tally.expired() > 0 && tally.expired() + tally.delivered() == 40)
                        .check(view -> assertThat(view.submitTimes())
                                .isNotEmpty()
                                .allMatch(at -> !at.isAfter(view.expiry().plusMillis(500)))),
                wire("the account allows a window of 5", "never more than 5 unanswered at the SMSC", "SmppLink")
                        .smsc("latency.from", "30ms")
                        .link("window", 5, "binds", 2)
                        .messages(60)
                        .check(view -> assertThat(view.smsc().peakUnanswered()).isBetween(4, 5)),
                wire("40 segments/s are agreed", "no sliding second above 40, no 0x58", "SegmentRate")
                        .smsc("submits-per-second", 40)
                        .link("submits-per-second", 40, "window", 100)
                        .messages(200)
                        .check(view -> {
                            OperatorCounters smsc = view.smsc();
                            // How much of it is used while a hundred links share this machine says nothing: RateIT
                            // looks at that.
                            assertThat(smsc.peakSubmitsPerSecond()).isBetween(10, 40);
                            assertThat(smsc.throttled()).isZero();
                        }),
                wire("40 segments/s are agreed, messages of four", "segments are counted, not messages", "SegmentRate")
                        .link("submits-per-second", 40, "window", 100)
                        .text(LONG)
                        .messages(30)
                        .check(view -> {
                            assertThat(view.smsc().submits()).isEqualTo(120);
                            assertThat(view.smsc().peakSubmitsPerSecond()).isLessThanOrEqualTo(40);
                        }),
                wire(
                                "a subscriber writes on the same bind",
                                "kept as a message, not taken for a receipt",
                                "ReceiptParser")
                        .start(view -> view.simulator().deliverMo(view.name(), "84961234567", "CANHBAO", "TU CHOI"))
                        .until(view -> view.smsc().messagesTaken() == 1)
                        .check(view -> assertThat(view.journal())
                                .hasSize(7)
                                .anyMatch(pdu -> pdu.text().equals("TU CHOI") && pdu.esmClass() == 0)),
                wire(
                                "a subscriber's long message (UDH, UCS-2) on the same bind",
                                "every segment taken and kept",
                                "BindEvents")
                        .start(view -> view.simulator()
                                .deliverMo(
                                        view.name(),
                                        MobileOriginated.of("84961234568", "CANHBAO", LONG)
                                                .split(MobileOriginated.Split.UDH_16)
                                                .inReverse()))
                        .until(view -> view.smsc().messagesTaken() == 4)
                        .check(view -> assertThat(view.journal()).hasSize(10)));
    }

    private static MatrixRow wire(String behaviour, String mustHold, String by) {
        return new MatrixRow(behaviour, mustHold, by);
    }

    private static MatrixRow longMessage(String mode) {
        return wire(
                        "long message by " + mode,
                        "every segment once, in order; the SMSC reads the whole text: DELIVERED",
                        "LongMessage")
                .link("long-message", mode)
                .text(LONG);
    }

    private static void everySegment(RowView view, int segments, ToIntFunction<AcceptedSubmit> number, int udh) {
        assertThat(view.submits()).hasSize(6 * segments);
        view.submits().stream()
                .collect(Collectors.groupingBy(AcceptedSubmit::destination))
                .values()
                .forEach(ofOne -> {
                    assertThat(ofOne).isSortedAccordingTo(Comparator.comparingInt(number));
                    assertThat(ofOne.stream()
                                    .map(submit -> new String(
                                            submit.octets(),
                                            udh,
                                            submit.octets().length - udh,
                                            StandardCharsets.UTF_16BE))
                                    .collect(Collectors.joining()))
                            .isEqualTo(LONG);
                });
    }

    private static MatrixRow destination(String format, String prefix) {
        return wire("the operator writes numbers " + prefix + "…", "so do we: DELIVERED", "DestinationFormat")
                .link("dest-format", format)
                .check(view -> assertThat(view.submits())
                        .hasSize(6)
                        .allMatch(submit ->
                                submit.destination().matches(java.util.regex.Pattern.quote(prefix) + "96\\d{7}")));
    }

    private static MatrixRow validity(String mode, String pattern) {
        return wire("validity_period " + mode, "written so: DELIVERED", "ValidityPeriod")
                .link("validity-mode", mode)
                .check(view -> assertThat(view.submits())
                        .allSatisfy(submit -> assertThat(submit.validityPeriod() == null ? "" : submit.validityPeriod())
                                .matches(pattern)));
    }
}
