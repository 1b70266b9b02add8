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
 * @param operator not on the wire: whose subscriber the destination is, for the operator's rate
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
        List<Tlv> tlvs,
        String operator) {

    static final int SAR_MSG_REF_NUM = 0x020C;
    static final int SAR_TOTAL_SEGMENTS = 0x020E;
    static final int SAR_SEGMENT_SEQNUM = 0x020F;
    static final int MESSAGE_PAYLOAD = 0x0424;

    /** What an operator's support asks for, without the number and the text. */
    String essentials() {
        return "source_addr=%s data_coding=0x%02X udh=%s sm_length=%d validity_period=%s tlvs=%s"
                .formatted(
                        senderId,
                        dataCoding,
                        udh,
                        shortMessage.length,
                        validityPeriod,
                        tlvs.stream().map(tlv -> "0x%04X".formatted(tlv.tag())).toList());
    }

    /** An optional parameter (§5.3.2). */
    public record Tlv(int tag, byte[] value) {}
}
