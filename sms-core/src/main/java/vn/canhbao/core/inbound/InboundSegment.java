package vn.canhbao.core.inbound;

import java.time.Instant;

/**
 * A deliver_sm that is no receipt: a subscriber's message, or one segment of it.
 *
 * @param id 0 before it is stored
 * @param sourceAddr the subscriber, {@code 84912345678}; what is no Vietnamese number as it came
 * @param octets of the text alone, without UDH
 * @param reference of the long message, {@code 0} for a message of one segment
 * @param number of this segment, from 1
 */
public record InboundSegment(
        long id,
        String link,
        Instant receivedAt,
        String sourceAddr,
        String destAddr,
        InboundAlphabet alphabet,
        byte[] octets,
        int reference,
        int total,
        int number) {

    public boolean isWhole() {
        return total == 1;
    }
}
