package vn.canhbao.gateway.inbound;

import vn.canhbao.gateway.smpp.Tlvs;

/**
 * Which segment of which long message a deliver_sm is, by its UDH (3GPP TS 23.040 §9.2.3.24.1 and .8) or its SAR TLVs
 * (SMPP 3.4 §5.3.2.22 to .24).
 */
record Concatenation(int reference, int total, int number) {

    /** A message of one segment. */
    static final Concatenation NONE = new Concatenation(0, 1, 1);

    private static final int REFERENCE_OF_8_BITS = 0x00;
    private static final int REFERENCE_OF_16_BITS = 0x08;

    /** @param udh with its length; empty: none */
    static Concatenation of(byte[] udh, Tlvs tlvs) {
        for (int at = 1; at + 1 < udh.length; at += 2 + octet(udh, at + 1)) {
            int element = octet(udh, at);
            int length = octet(udh, at + 1);
            if (at + 2 + length > udh.length) {
                break;
            }
            if (element == REFERENCE_OF_8_BITS && length == 3) {
                return checked(octet(udh, at + 2), octet(udh, at + 3), octet(udh, at + 4));
            }
            if (element == REFERENCE_OF_16_BITS && length == 4) {
                return checked(octet(udh, at + 2) << 8 | octet(udh, at + 3), octet(udh, at + 4), octet(udh, at + 5));
            }
        }
        return checked(
                tlvs.number(Tlvs.SAR_MSG_REF_NUM),
                tlvs.number(Tlvs.SAR_TOTAL_SEGMENTS),
                tlvs.number(Tlvs.SAR_SEGMENT_SEQNUM));
    }

    // What makes no sense must not wait for segments that will never come.
    private static Concatenation checked(int reference, int total, int number) {
        boolean sensible = total > 1 && total <= 255 && number >= 1 && number <= total;
        return sensible ? new Concatenation(reference, total, number) : NONE;
    }

    private static int octet(byte[] octets, int at) {
        return octets[at] & 0xFF;
    }
}
