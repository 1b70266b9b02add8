package vn.canhbao.core.inbound;

/** The message that a subscriber answers to. */
public record SentMessage(long id, long campaignId, long recipientId, String senderId) {}
