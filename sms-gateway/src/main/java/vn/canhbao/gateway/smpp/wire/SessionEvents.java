package vn.canhbao.gateway.smpp.wire;

/** What a session tells of the SMSC. */
public interface SessionEvents {

    /**
     * A deliver_sm or data_sm, on a virtual thread of its own: may wait.
     *
     * @return the command_status of its answer
     */
    int requested(Pdu request);

    /** The session is over; told once. */
    void ended(String reason);
}
