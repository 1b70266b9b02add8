package vn.canhbao.gateway.receipt;

import java.util.Locale;
import java.util.Map;
import vn.canhbao.core.receipt.ReceiptState;

/** What the states of a receipt mean: words of {@code stat:}, numbers of message_state. The two numberings differ. */
final class ReceiptWords {

    private static final Map<String, ReceiptState> WORDS = Map.ofEntries(
            Map.entry("DELIVRD", ReceiptState.DELIVERED),
            Map.entry("DELIVERD", ReceiptState.DELIVERED),
            Map.entry("DELIVERED", ReceiptState.DELIVERED),
            Map.entry("ACKED", ReceiptState.DELIVERED),
            Map.entry("ENROUTE", ReceiptState.ENROUTE),
            Map.entry("SCHEDULED", ReceiptState.ENROUTE),
            Map.entry("BUFFRED", ReceiptState.ENROUTE),
            Map.entry("BUFFERD", ReceiptState.ENROUTE),
            Map.entry("BUFFERED", ReceiptState.ENROUTE),
            Map.entry("ACCEPTD", ReceiptState.ACCEPTED),
            Map.entry("ACCEPTED", ReceiptState.ACCEPTED),
            Map.entry("EXPIRED", ReceiptState.EXPIRED),
            Map.entry("DELETED", ReceiptState.DELETED),
            Map.entry("UNDELIV", ReceiptState.UNDELIVERABLE),
            Map.entry("UNDELIVERED", ReceiptState.UNDELIVERABLE),
            Map.entry("UNDELIVERABLE", ReceiptState.UNDELIVERABLE),
            Map.entry("FAILED", ReceiptState.UNDELIVERABLE),
            Map.entry("SKIPPED", ReceiptState.UNDELIVERABLE),
            Map.entry("REJECTD", ReceiptState.REJECTED),
            Map.entry("REJECTED", ReceiptState.REJECTED),
            Map.entry("UNKNOWN", ReceiptState.UNKNOWN));

    private ReceiptWords() {}

    static boolean knows(String word) {
        return WORDS.containsKey(word.toUpperCase(Locale.ROOT));
    }

    /** By the table; any other word is UNRECOGNISED, never a failure. */
    static ReceiptState ofWord(String word) {
        return WORDS.getOrDefault(word.toUpperCase(Locale.ROOT), ReceiptState.UNRECOGNISED);
    }

    /** message_state, SMPP 3.4 §5.2.28; 9 is SMPP 5.0's SKIPPED. */
    static ReceiptState ofMessageState(int value) {
        return switch (value) {
            case 0, 1 -> ReceiptState.ENROUTE;
            case 2 -> ReceiptState.DELIVERED;
            case 3 -> ReceiptState.EXPIRED;
            case 4 -> ReceiptState.DELETED;
            case 5, 9 -> ReceiptState.UNDELIVERABLE;
            case 6 -> ReceiptState.ACCEPTED;
            case 7 -> ReceiptState.UNKNOWN;
            case 8 -> ReceiptState.REJECTED;
            default -> ReceiptState.UNRECOGNISED;
        };
    }
}
