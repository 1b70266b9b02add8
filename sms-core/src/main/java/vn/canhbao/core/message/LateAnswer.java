package vn.canhbao.core.message;

/**
 * The answer to a submit_sm that came after its response timeout, when its segment counted as unanswered already.
 *
 * @param attempt of the claim that sent it: what a later claim sends is another copy
 * @param segment from 1
 * @param smscMessageId message_id as answered, or {@code null}
 * @param idKey its canonical form, by which receipts find it, or {@code null}
 * @param commandStatus 0: accepted; another: refused for good
 */
public record LateAnswer(
        long messageId, int attempt, int segment, String smscMessageId, String idKey, int commandStatus) {}
