package vn.canhbao.gateway.smpp;

/**
 * A submit_sm as we fill it (SMPP 3.4 §4.4.1), free of any library's types.
 *
 * @param destination as the link wants it written
 * @param dataCoding 0x00 SMSC default alphabet (GSM 03.38), 0x08 UCS-2
 * @param udh whether short_message begins with a user data header
 * @param validityPeriod as on the wire, or empty
 */
public record SubmitSm(
        String senderId,
        String destination,
        byte dataCoding,
        boolean udh,
        byte[] shortMessage,
        String validityPeriod) {}
