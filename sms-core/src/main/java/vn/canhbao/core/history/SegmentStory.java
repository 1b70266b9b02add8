package vn.canhbao.core.history;

import java.time.Instant;

/**
 * A submit_sm and what is known of it.
 *
 * @param number from 1
 * @param smscMessageId as answered, or {@code null}
 * @param commandStatus of submit_sm_resp; {@code null}: no answer
 * @param receiptState of the latest receipt, or {@code null}
 * @param receiptWanted whether a receipt was asked for
 */
public record SegmentStory(
        int number,
        String link,
        Instant submittedAt,
        String smscMessageId,
        String idKey,
        Integer commandStatus,
        String receiptState,
        String receiptError,
        Instant receiptAt,
        boolean receiptWanted) {}
