package vn.canhbao.core.inbound;

/** What a subscriber's message is, by its first words. */
public enum InboundKind {
    /** The subscriber wants no more messages. */
    REFUSAL,
    /** The subscriber says that the alert arrived. */
    ACKNOWLEDGEMENT,
    /** Anything else: a person reads it. */
    REPLY
}
