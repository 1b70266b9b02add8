package vn.canhbao.core.text;

/** The two alphabets of 3GPP TS 23.038 that we send, with what one segment holds. */
public enum SmsEncoding {
    /** GSM 7-bit default alphabet with its extension table: septets. */
    GSM_7(160, 153),
    /** UCS-2, big-endian: 16-bit units. */
    UCS_2(70, 67);

    private final int single;
    private final int concatenated;

    SmsEncoding(int single, int concatenated) {
        this.single = single;
        this.concatenated = concatenated;
    }

    /** Units in a message of one segment. */
    public int single() {
        return single;
    }

    /** Units in each segment of a longer one, beside a UDH of 6 octets. */
    public int concatenated() {
        return concatenated;
    }
}
