package vn.canhbao.core.receipt;

/**
 * A receipt that waits for its segment.
 *
 * @param smscMessageId the id as the receipt writes it: its key depends on how the link is understood by now; {@code
 *     null}: none
 */
public record WaitingReceipt(JournalledReceipt receipt, String smscMessageId) {}
