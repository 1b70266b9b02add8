package vn.canhbao.gateway.smpp;

import java.time.Instant;
import java.util.List;

/**
 * A submit_sm as we fill it (SMPP 3.4 §4.4.1), free of any library's types.
 *
 * @param destination as the link wants it written
 * @param notAfter not on the wire: later it isn't sent any more, however long it waited for rate and window
 * @param dataCoding 0x00 SMSC default alphabet (GSM 03.38), 0x01 ASCII, 0x03 Latin-1, 0x08 UCS-2
 * @param udh whether short_message begins with a user data header
 * @param shortMessage empty where message_payload carries the text
 * @param validityPeriod as on the wire, or empty
 * @param receiptWanted registered_delivery
 */
public record SubmitSm(
        String senderId,
        String destination,
        Instant notAfter,
        byte dataCoding,
        boolean udh,
        byte[] shortMessage,
        String validityPeriod,
        boolean receiptWanted,
        List<Tlv> tlvs) {

    static final int SAR_MSG_REF_NUM = 0x020C;
    static final int SAR_TOTAL_SEGMENTS = 0x020E;
    static final int SAR_SEGMENT_SEQNUM = 0x020F;
    static final int MESSAGE_PAYLOAD = 0x0424;

    /** An optional parameter (§5.3.2). */
    public record Tlv(int tag, byte[] value) {}
}
