package vn.canhbao.core.statistics;

import vn.canhbao.core.message.MessageStatus;

/**
 * Messages of a wave that are alike.
 *
 * @param unit the recipients' unit, 0 for none
 * @param reason of FAILED and EXPIRED ones, else {@code null}
 * @param submitted of them handed over: the SMSC took the first segment
 * @param segments of those handed over
 */
public record WaveTally(
        String operator,
        long unit,
        MessageStatus status,
        FailureReason reason,
        long messages,
        long submitted,
        long segments) {

    /** What messages have in common that are counted together. */
    record Kind(String operator, long unit, MessageStatus status, FailureReason reason) {}
}
