package vn.canhbao.gateway.smpp.simulator;

/**
 * A submit_sm that the built-in SMSC took, as it came over the wire.
 *
 * @param messageId as answered
 * @param octets short_message with its UDH, or message_payload where that is used
 * @param answered {@code false}: the answer was lost on purpose
 */
public record AcceptedSubmit(
        String systemId,
        String messageId,
        String source,
        String destination,
        byte esmClass,
        byte dataCoding,
        byte registeredDelivery,
        String validityPeriod,
        byte[] octets,
        boolean answered) {}
