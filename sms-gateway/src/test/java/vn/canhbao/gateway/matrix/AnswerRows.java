package vn.canhbao.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import vn.canhbao.core.message.SegmentView;

/** Answers to submit_sm: quirks 3, 17, 20, 24, 25, 32. */
final class AnswerRows {

    private AnswerRows() {}

    static List<MatrixRow> rows() {
        return List.of(
                new MatrixRow(
                                "every receipt before its answer",
                                "waits as an orphan, then matches: DELIVERED",
                                "OrphanSweep")
                        .smsc("answers.receipt-first", 1)
                        .messages(20)
                        .onMySqlToo()
                        .check(view -> assertThat(view.smsc().receiptsTaken()).isEqualTo(20)),
                new MatrixRow(
                                "answers in reverse order",
                                "each message has the id that the SMSC gave it: DELIVERED",
                                "Bind")
                        .smsc("answers.reversed", 8)
                        .messages(16)
                        .check(view -> assertThat(view.messages())
                                .allSatisfy(message -> assertThat(view.submits())
                                        .filteredOn(
                                                submit -> submit.destination().equals(message.msisdn()))
                                        .singleElement()
                                        .satisfies(submit -> assertThat(message.segments())
                                                .extracting(SegmentView::smscMessageId)
                                                .containsExactly(submit.messageId())))),
                new MatrixRow(
                                "no answer, taken, a receipt comes (KEEP)",
                                "the receipt settles it by destination: DELIVERED, one copy",
                                "ReceiptMatcher")
                        .smsc("answers.lost", 1, "answers.lost-taken", 1)
                        .link("response-timeout", "2s")
                        .onMySqlToo()
                        .check(view -> assertThat(view.smsc().answersLost()).isEqualTo(6)),
                new MatrixRow("no answer, not taken (KEEP)", "stays UNANSWERED, no second copy", "MessageSubmission")
                        .smsc("answers.lost", 1, "answers.lost-taken", 0)
                        .link("response-timeout", "2s")
                        .ends(tally -> tally.unanswered() == 6)
                        .onMySqlToo()
                        .check(view -> assertThat(view.smsc().submits()).isEqualTo(6)),
                new MatrixRow(
                                "no answer now and then, half of these taken, no receipts for them (RESEND)",
                                "a second copy only to those; all SUBMITTED or DELIVERED but the twice unanswered",
                                "MessageSettlement")
                        .smsc("answers.lost", 0.3, "receipts-lost", 1)
                        .link("response-timeout", "3s")
                        .messages(30)
                        .resend(2)
                        .onMySqlToo()
                        .ends(tally -> tally.pending() == 0 && tally.submitted() + tally.unanswered() == 30)
                        .until(view ->
                                view.smsc().submits() == 30 + view.twiceTried().size())
                        .check(view -> {
                            assertThat(view.smsc().answersLost()).isPositive();
                            assertThat(view.twiceSent()).isNotEmpty().isEqualTo(view.twiceTried());
                            assertThat(view.tally().unanswered())
                                    .isLessThan(view.twiceTried().size());
                        }),
                new MatrixRow(
                                "the answer comes after the timer, no receipt",
                                "it still settles the message: SUBMITTED with its id, one copy",
                                "Bind")
                        .smsc("answers.late", 1, "answers.late-by", "2s", "receipts-lost", 1)
                        .link("response-timeout", "1s")
                        .ends(tally -> tally.submitted() == 6)
                        .onMySqlToo()
                        .check(view -> {
                            assertThat(view.smsc().answersLate()).isEqualTo(6);
                            assertThat(view.messages())
                                    .allSatisfy(message -> assertThat(message.segments())
                                            .singleElement()
                                            .satisfies(segment -> assertThat(segment.smscMessageId())
                                                    .isNotNull()));
                        }),
                new MatrixRow("the answer and then the receipt come after the timer", "DELIVERED, one copy", "Bind")
                        .smsc("answers.late", 1, "answers.late-by", "2s")
                        .link("response-timeout", "1s")
                        .check(view -> assertThat(view.smsc().answersLate()).isEqualTo(6)),
                new MatrixRow(
                                "0x58 for one submit in ten",
                                "the link slows down, nobody is missed, no attempt used: DELIVERED",
                                "MessageSubmission")
                        .smsc("answers.throttled", 0.1)
                        .messages(30)
                        .check(view -> {
                            assertThat(view.smsc().throttled()).isPositive();
                            assertThat(view.attempts()).containsOnly(1);
                        }),
                new MatrixRow(
                                "0x58 above 5 submits/s, the link has no limit",
                                "nobody is missed, no attempt used: DELIVERED",
                                "MessageSubmission")
                        .smsc("submits-per-second", 5)
                        .messages(30)
                        .check(view -> {
                            assertThat(view.smsc().throttled()).isPositive();
                            assertThat(view.attempts()).containsOnly(1);
                        }),
                new MatrixRow(
                                "0x58 with long messages",
                                "no segment twice, none missing: DELIVERED",
                                "MessageSubmission")
                        .smsc("submits-per-second", 4)
                        .text("Cảnh báo lừa đảo. ".repeat(9))
                        .check(view -> {
                            assertThat(view.smsc().throttled()).isPositive();
                            assertThat(view.submits()).hasSize(18);
                        }),
                passing("0x14", "answers.refuse-first", 8, "answers.refuse-first-with", "0x14"),
                passing("0x08", "answers.refuse-first", 8, "answers.refuse-first-with", "0x08"),
                passing("0x45", "answers.refused.0x45", 0.3),
                passing("0x64", "answers.refused.0x64", 0.3),
                new MatrixRow(
                                "generic_nack (0x08) for the submit_sm",
                                "taken as that command_status: tried again, nobody twice: DELIVERED",
                                "CommandStatusTable")
                        .smsc("answers.nacked", 0.3)
                        .link("command-status.0x08", "RETRY_HERE 9x1s")
                        .messages(20)
                        .check(view -> assertThat(view.smsc().rejected()).isPositive()),
                refused("0x0B", "the recipient fails, the code is kept: FAILED"),
                refused("0x65", "FAILED, the code is kept, no second try"),
                refused("0x66", "FAILED, the code is kept, no second try"),
                refused("0xFE", "FAILED, the code is kept, no second try"),
                refused("0x401", "an operator's own code: FAILED, the code is kept"));
    }

    private static MatrixRow passing(String status, Object... smscKeys) {
        return new MatrixRow(
                        status + " for some submits, RETRY_HERE",
                        "that message waits, the others go on; tried again, nobody twice: DELIVERED",
                        "CommandStatusTable")
                .smsc(smscKeys)
                .link("command-status." + status, "RETRY_HERE 9x1s")
                .messages(20)
                .onMySqlToo()
                .check(view -> {
                    assertThat(view.smsc().rejected()).isGreaterThanOrEqualTo(2);
                    assertThat(view.submits()).hasSize(20);
                });
    }

    private static MatrixRow refused(String status, String mustHold) {
        return new MatrixRow(status + " for one number in three", mustHold, "MessageSubmission")
                .smsc("rejections." + status, 0.33)
                .messages(30)
                .ends(tally -> tally.failed() > 0 && tally.failed() + tally.delivered() == 30)
                .check(view -> {
                    assertThat(view.smsc().rejected()).isEqualTo(view.tally().failed());
                    assertThat(view.smsc().submits()).isEqualTo(30);
                    assertThat(view.messages())
                            .filteredOn(message -> message.status().name().equals("FAILED"))
                            .allSatisfy(message -> assertThat(message.segments())
                                    .extracting(SegmentView::commandStatus)
                                    .containsExactly(Integer.decode(status)));
                });
    }
}
