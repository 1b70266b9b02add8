package vn.canhbao.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;
import vn.canhbao.gateway.smpp.simulator.MessageIdFormat;

/** Message ids: quirks 1, 2, 5, 32 of docs' table. */
final class IdRows {

    private IdRows() {}

    static List<MatrixRow> rows() {
        return List.of(
                ids("decimal", MessageIdFormat.DECIMAL, "AS_IS", "\\d{16}", "\\d{16}")
                        .onMySqlToo(),
                ids("hexadecimal", MessageIdFormat.HEX, "AS_IS", "[0-9a-f]+", "[0-9a-f]+"),
                ids("UUIDs", MessageIdFormat.UUID, "AS_IS", "[0-9a-f-]{36}", "[0-9a-f-]{36}"),
                ids("of 20 digits, over 64 bits", MessageIdFormat.DECIMAL_20, "AS_IS", "9\\d{19}", "9\\d{19}"),
                ids("with dashes", MessageIdFormat.DASHES, "AS_IS", ".*-F000", ".*-F000"),
                ids("of 26 letters and digits", MessageIdFormat.LETTERS, "AS_IS", "[0-9a-z]{26}", "[0-9a-z]{26}"),
                ids(
                        "hexadecimal in the answer, decimal in the receipt",
                        MessageIdFormat.DECIMAL_IN_RECEIPT,
                        "DECIMAL_IN_RECEIPT",
                        "[0-9a-f]+",
                        "\\d{16}"),
                ids(
                        "decimal in the answer, hexadecimal in the receipt",
                        MessageIdFormat.HEX_IN_RECEIPT,
                        "HEX_IN_RECEIPT",
                        "\\d{16}",
                        "[0-9a-f]+"),
                ids(
                        "lower case in the answer, upper case in the receipt",
                        MessageIdFormat.UPPER_CASE_IN_RECEIPT,
                        "AS_IS",
                        "[0-9a-f]+",
                        "[0-9A-F]+"),
                ids(
                        "upper case in the answer, lower case in the receipt",
                        MessageIdFormat.LOWER_CASE_IN_RECEIPT,
                        "AS_IS",
                        "[0-9A-F]+",
                        "[0-9a-f]+"),
                ids(
                        "with leading zeros in the answer only",
                        MessageIdFormat.ZEROS_IN_RESPONSE,
                        "AS_IS",
                        "0\\d+",
                        "[1-9]\\d+"),
                ids(
                        "with leading zeros in the receipt only",
                        MessageIdFormat.ZEROS_IN_RECEIPT,
                        "AS_IS",
                        "[1-9]\\d+",
                        "0\\d+"),
                new MatrixRow(
                                "submit_sm_resp has an empty message_id",
                                "receipts are matched by destination and time: DELIVERED",
                                "ReceiptMatcher")
                        .smsc("answers.empty-id", 1)
                        .onMySqlToo()
                        .check(view -> assertThat(view.submits())
                                .extracting(AcceptedSubmit::messageId)
                                .containsOnly("")),
                new MatrixRow(
                                "the message_id of another message comes again",
                                "the destination tells them apart: each DELIVERED",
                                "ReceiptMatcher")
                        .smsc("answers.repeated-id", 0.5)
                        .messages(20)
                        .onMySqlToo()
                        .check(view -> assertThat(view.submits().stream()
                                        .map(AcceptedSubmit::messageId)
                                        .distinct())
                                .hasSizeBetween(2, 18)));
    }

    private static MatrixRow ids(String how, MessageIdFormat smsc, String link, String inResponse, String inReceipt) {
        return new MatrixRow(
                        "message ids " + how,
                        "each receipt finds its segment, the answered id is kept raw: DELIVERED",
                        "SmscMessageId")
                .smsc("id-format", smsc, "receipts.content", "TEXT")
                .link("receipt-id-format", link)
                .check(view -> {
                    assertThat(view.journal())
                            .hasSize(6)
                            .allMatch(receipt -> receipt.text().matches("id:" + inReceipt + " .*"));
                    assertThat(view.messages())
                            .allSatisfy(message -> assertThat(message.segments())
                                    .singleElement()
                                    .satisfies(segment ->
                                            assertThat(segment.smscMessageId()).matches(inResponse)));
                });
    }
}
