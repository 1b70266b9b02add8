package vn.canhbao.gateway.smpp.wire;

/** How a request ended. */
public sealed interface Answer {

    /** The SMSC answered, with whatever command_status. */
    record Answered(Pdu pdu) implements Answer {}

    /** No answer within the response timeout; one that comes later is told to the request's late listener. */
    record Overdue() implements Answer {}

    /** The session ended before the answer: the SMSC may have the request. */
    record Lost(String reason) implements Answer {}

    /** The session ended before the request was written: the SMSC never saw it. */
    record NotWritten(String reason) implements Answer {}
}
