package vn.canhbao.gateway.smpp;

import java.time.Instant;

/**
 * A deliver_sm as it came in (SMPP 3.4 §4.6.1): a delivery receipt or a message from a subscriber.
 *
 * @param tlvs the TLVs as on the wire: tag, length, value
 */
public record DeliverSm(
        String link,
        Instant receivedAt,
        String sourceAddr,
        String destAddr,
        int esmClass,
        int dataCoding,
        byte[] shortMessage,
        byte[] tlvs) {}
