package vn.canhbao.core.history;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A delivery receipt, as it came and as it was read.
 *
 * @param segment whose id it bears, from 1
 * @param text of short_message, octet by octet as Latin-1; what doesn't print is a dot
 * @param tlvs as on the wire, in hexadecimal; empty without any
 * @param state as parsed
 * @param doneAt when the operator says that it happened, or {@code null}
 */
public record ReceiptStory(
        long journalId,
        int segment,
        String link,
        Instant receivedAt,
        String sourceAddr,
        String destAddr,
        int esmClass,
        int dataCoding,
        String text,
        String tlvs,
        String smscMessageId,
        String state,
        String error,
        Instant doneAt) {

    ReceiptStory withNumbers(UnaryOperator<String> number, UnaryOperator<String> written) {
        return new ReceiptStory(
                journalId,
                segment,
                link,
                receivedAt,
                number.apply(sourceAddr),
                destAddr,
                esmClass,
                dataCoding,
                written.apply(text),
                tlvs,
                smscMessageId,
                state,
                error,
                doneAt);
    }
}
