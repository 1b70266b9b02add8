package vn.canhbao.gateway.smpp.wire;

import java.nio.ByteBuffer;

/**
 * A PDU as on the wire (SMPP 3.4 §3.2).
 *
 * @param octets the whole of it, header included
 */
public record Pdu(byte[] octets) {

    public static final int HEADER = 16;
    public static final int RESPONSE = 0x8000_0000;
    public static final int GENERIC_NACK = 0x8000_0000;
    public static final int DELIVER_SM = 0x0000_0005;
    public static final int UNBIND = 0x0000_0006;
    public static final int ENQUIRE_LINK = 0x0000_0015;
    public static final int ALERT_NOTIFICATION = 0x0000_0102;
    public static final int DATA_SM = 0x0000_0103;

    private static final int ESME_ROK = 0;

    public int commandId() {
        return field(4);
    }

    public int commandStatus() {
        return field(8);
    }

    public int sequenceNumber() {
        return field(12);
    }

    /** Whether it answers a request: the highest bit of command_id. */
    public boolean isAnswer() {
        return (commandId() & RESPONSE) != 0;
    }

    /** The answer of the same sequence number. */
    Pdu answer(int commandStatus) {
        boolean withMessageId = commandId() == DELIVER_SM || commandId() == DATA_SM;
        return of(HEADER + (withMessageId ? 1 : 0), commandId() | RESPONSE, commandStatus, sequenceNumber());
    }

    /** The same with another sequence number. */
    Pdu numbered(int sequenceNumber) {
        ByteBuffer.wrap(octets).putInt(12, sequenceNumber);
        return this;
    }

    static Pdu request(int commandId) {
        return header(commandId, ESME_ROK, 0);
    }

    /** A PDU of nothing but its header. */
    static Pdu header(int commandId, int commandStatus, int sequenceNumber) {
        return of(HEADER, commandId, commandStatus, sequenceNumber);
    }

    // What is beyond the header stays zero: an empty message_id, which some SMSCs miss where it isn't there.
    private static Pdu of(int length, int commandId, int commandStatus, int sequenceNumber) {
        return new Pdu(ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(commandId)
                .putInt(commandStatus)
                .putInt(sequenceNumber)
                .array());
    }

    private int field(int at) {
        return ByteBuffer.wrap(octets).getInt(at);
    }
}
