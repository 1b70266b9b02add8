package vn.canhbao.gateway.link;

import vn.canhbao.core.text.SmsEncoding;
import vn.canhbao.core.text.SmsText;

/** How a message of several segments travels. */
public enum LongMessage {
    /** A submit_sm for each segment, with a UDH of 6 octets: 8-bit reference (3GPP TS 23.040 §9.2.3.24.1). */
    UDH_8(6, 0xFF),
    /** The same with a UDH of 7 octets: 16-bit reference (§9.2.3.24.8). */
    UDH_16(7, 0xFFFF),
    /**
     * A submit_sm for each segment, with the TLVs sar_msg_ref_num, sar_total_segments and sar_segment_seqnum: the SMSC
     * writes the UDH. It has 8 or 16 bits for the reference as it likes, so ours stays within 8.
     */
    SAR(6, 0xFF),
    /** One submit_sm with the whole text in the TLV message_payload: the SMSC cuts. One segment, as far as we see. */
    PAYLOAD(0, 0);

    private final int udhOctets;
    private final int referenceMask;

    LongMessage(int udhOctets, int referenceMask) {
        this.udhOctets = udhOctets;
        this.referenceMask = referenceMask;
    }

    /** The text as its segments. */
    public SmsText cut(SmsText text, SmsEncoding alphabet) {
        boolean cutSoAlready = alphabet == text.encoding()
                && (udhOctets == UDH_8.udhOctets || text.segments().size() == 1);
        if (cutSoAlready) {
            return text;
        }
        return this == PAYLOAD ? text.uncut(alphabet) : text.cut(alphabet, udhOctets);
    }

    /** The bits that a reference may have. */
    public int referenceMask() {
        return referenceMask;
    }
}
