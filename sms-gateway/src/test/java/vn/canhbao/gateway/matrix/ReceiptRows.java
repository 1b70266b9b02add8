package vn.canhbao.gateway.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import vn.canhbao.gateway.smpp.simulator.OperatorCounters;

/** Delivery receipts: quirks 3, 4, 6 to 11, 34. */
final class ReceiptRows {

    private ReceiptRows() {}

    static List<MatrixRow> rows() {
        return List.of(
                text("no sub, no dlvrd", "id:{id} submit date:{submit} done date:{done} stat:{stat} err:{err} text:"),
                text(
                        "no text, no sub, no dlvrd",
                        "id:{id} submit date:{submit} done date:{done} stat:{stat} err:{err}"),
                text("nothing but id and stat", "id:{id} stat:{stat}"),
                text("another order, empty Text first", "Text: stat:{stat} err:{err} done date:{done} id:{id} sub:001"),
                text("upper-case keys, = and semicolons", "ID={id};STAT={stat};DONE DATE={done};ERR={err};"),
                text("only values, comma-separated", "{id},001,{dlvrd},{submit},{done},{stat},{err},"),
                text("a space after each colon, err of 4 digits", "id: {id} stat: {stat} done date: {done} err: 0000"),
                text("err of letters", "id:{id} done date:{done} stat:{stat} err:21b text:"),
                text("dates of zeros", "id:{id} submit date:0000000000 done date:0000000000 stat:{stat} err:000"),
                text(
                        "the message quoted, with id: and stat: in it",
                        "id:{id} done date:{done} stat:{stat} err:{err} text:id:1 stat:UNDELIV err:9"),
                dates("14 digits", "yyyyMMddHHmmss"),
                dates("12 digits, with seconds", "yyMMddHHmmss"),
                dates("12 digits, with century", "yyyyMMddHHmm"),
                dates("SMPP's absolute time", "yyMMddHHmmss'028+'"),
                word("DELIVERED"),
                word("delivrd"),
                word("ACKED"),
                still("BUFFRED"),
                still("ENROUTE"),
                failed("FAILED"),
                failed("UNDELIV"),
                failed("REJECTD"),
                failed("DELETED"),
                new MatrixRow("the final word is EXPIRED", "EXPIRED, not FAILED", "ReceiptWords")
                        .smsc("receipt-words.EXPIRED", 1)
                        .ends(tally -> tally.expired() == 6),
                new MatrixRow(
                                "a word that nobody knows",
                                "not failed: stays SUBMITTED, the raw octets are kept, the link's health counts it",
                                "ReceiptParser")
                        .smsc("receipt-words.XYZZY", 1, "receipts.content", "TEXT")
                        .ends(tally -> tally.submitted() == 6)
                        .until(view -> view.smsc().receiptsTaken() == 6)
                        .check(view -> {
                            assertThat(view.journal())
                                    .hasSize(6)
                                    .allMatch(receipt -> receipt.text().contains("stat:XYZZY")
                                            && receipt.state().equals("UNRECOGNISED"));
                            assertThat(view.link().receipts().unrecognised()).isEqualTo(6);
                        }),
                sent(
                                "TLVs only, no text",
                                "DELIVERED by receipted_message_id and message_state",
                                "receipts.content",
                                "TLVS")
                        .check(view -> assertThat(view.journal())
                                .hasSize(6)
                                .allMatch(receipt -> receipt.text().isEmpty())),
                sent(
                                "the text contradicts the TLVs",
                                "the TLVs win: DELIVERED",
                                "receipts.content",
                                "TLVS_CONTRADICT_TEXT")
                        .check(view -> assertThat(view.journal())
                                .hasSize(6)
                                .allMatch(receipt -> receipt.text().contains("stat:UNDELIV"))),
                sent("text in UCS-2", "DELIVERED", "receipts.data-coding", 8, "receipts.content", "TEXT")
                        .check(view -> assertThat(view.journal())
                                .allMatch(receipt -> receipt.dataCoding() == 8
                                        && receipt.text().startsWith("\0i\0d"))),
                sent(
                                "no receipt bit in esm_class",
                                "the text tells that it is a receipt: DELIVERED",
                                "receipts.esm-class",
                                0,
                                "receipts.content",
                                "TEXT")
                        .check(view ->
                                assertThat(view.journal()).hasSize(6).allMatch(receipt -> receipt.esmClass() == 0)),
                sent("data_sm instead of deliver_sm", "answered, DELIVERED", "receipts.pdu", "DATA_SM")
                        .check(view -> assertThat(view.smsc().receiptsTaken()).isEqualTo(6)),
                sent("ACCEPTD and ENROUTE come first", "DELIVERED", "receipts.interim-before", "ACCEPTD,ENROUTE")
                        .until(view -> view.smsc().receiptsTaken() == 18)
                        .onMySqlToo(),
                sent(
                                "ACCEPTD and ENROUTE come after DELIVRD",
                                "states never go back: DELIVERED",
                                "receipts.interim-after",
                                "ACCEPTD,ENROUTE")
                        .until(view -> view.smsc().receiptsTaken() == 18)
                        .onMySqlToo(),
                sent(
                                "UNDELIV comes after DELIVRD",
                                "a final state sticks: DELIVERED",
                                "receipts.interim-after",
                                "UNDELIV",
                                "receipts.pause",
                                "1s",
                                "receipt-delay.from",
                                "1500ms")
                        .until(view -> view.smsc().receiptsTaken() == 12),
                sent("each receipt comes three times", "counted once: DELIVERED", "receipts.copies", 3)
                        .until(view -> view.smsc().receiptsTaken() == 18)
                        .onMySqlToo()
                        .check(view -> assertThat(view.journal()).hasSize(18)),
                sent("receipts on another bind than the submit", "DELIVERED", "receipts.bind", "OTHER")
                        .link("binds", 3)
                        .check(view -> assertThat(view.smsc().peakBinds()).isEqualTo(3)),
                new MatrixRow(
                                "the receipt never comes",
                                "stays SUBMITTED (UNKNOWN after validity and grace), never failed",
                                "MessageSettlement")
                        .smsc("receipts-lost", 1)
                        .ends(tally -> tally.submitted() == 6)
                        .check(view -> assertThat(view.smsc().receiptsLost()).isEqualTo(6)),
                new MatrixRow(
                                "2,000 receipts at once",
                                "each answered once, none sent again: DELIVERED",
                                "ReceiptIntake")
                        .smsc("receipt-delay.from", "1500ms")
                        .link("window", 100)
                        .messages(2_000)
                        .check(view -> {
                            OperatorCounters smsc = view.smsc();
                            assertThat(smsc.receiptsTaken()).isEqualTo(2_000);
                            assertThat(smsc.receiptsResent()).isZero();
                        }),
                new MatrixRow(
                                "receipts come on the bind of another account",
                                "matched by operator and id: DELIVERED",
                                "ReceiptMatcher")
                        .smsc("receipts.account", "{second}")
                        // Late, so that everything is sent over the first.
                        .second(Map.of("session.bind-delay", "3s"), Map.of())
                        .check(view -> {
                            assertThat(view.journal())
                                    .allMatch(receipt -> receipt.link().endsWith("-b"));
                            assertThat(view.smsc().accepted()).isEqualTo(6);
                            assertThat(view.second().receiptsTaken()).isEqualTo(6);
                        }));
    }

    private static MatrixRow sent(String how, String mustHold, Object... keys) {
        return new MatrixRow("receipt: " + how, mustHold, "ReceiptParser").smsc(keys);
    }

    private static MatrixRow text(String how, String template) {
        String literal = template.substring(template.lastIndexOf('}') + 1).strip();
        return sent(how, "DELIVERED", "receipts.text", template, "receipts.content", "TEXT")
                .check(view -> assertThat(view.journal())
                        .hasSize(6)
                        .allMatch(receipt -> receipt.text().strip().endsWith(literal)));
    }

    private static MatrixRow dates(String how, String pattern) {
        return sent(
                        "dates of " + how,
                        "DELIVERED, and its time is that of the receipt, not years away",
                        "receipts.dates",
                        pattern,
                        "receipts.content",
                        "TEXT")
                .check(view -> assertThat(view.doneTimesInSecondsFromReceipt())
                        .hasSize(6)
                        .allMatch(seconds -> Math.abs(seconds) <= 90));
    }

    private static MatrixRow word(String word) {
        return sent("the word " + word, "DELIVERED", "receipt-words." + word, 1, "receipts.content", "TEXT")
                .check(view -> assertThat(view.journal())
                        .hasSize(6)
                        .allMatch(receipt -> receipt.text().contains("stat:" + word)));
    }

    private static MatrixRow still(String word) {
        return new MatrixRow("the word " + word + " and no other", "still moving: SUBMITTED", "ReceiptWords")
                .smsc("receipt-words." + word, 1, "receipts.content", "TEXT")
                .ends(tally -> tally.submitted() == 6)
                .until(view -> view.smsc().receiptsTaken() == 6)
                .check(view -> assertThat(view.journal())
                        .hasSize(6)
                        .noneMatch(receipt -> receipt.state().equals("UNRECOGNISED")));
    }

    private static MatrixRow failed(String word) {
        return new MatrixRow("the final word is " + word, "FAILED", "ReceiptWords")
                .smsc("receipt-words." + word, 1)
                .ends(tally -> tally.failed() == 6);
    }
}
