package vn.canhbao.core.message;

/** A segment as a reader sees it. */
public record SegmentView(String smscMessageId, Integer commandStatus, String receiptState) {}
