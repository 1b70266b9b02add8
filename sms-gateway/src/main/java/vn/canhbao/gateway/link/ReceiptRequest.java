package vn.canhbao.gateway.link;

/** For which segments of a message registered_delivery asks for a receipt. */
public enum ReceiptRequest {
    /** Each of them: the message is delivered when all are. */
    EVERY_SEGMENT,
    /** The last one: it speaks for the message. */
    LAST_SEGMENT;

    public boolean wanted(int segment, int total) {
        return this == EVERY_SEGMENT || segment == total;
    }
}
