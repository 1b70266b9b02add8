package vn.canhbao.scheduler.estimate;

import vn.canhbao.core.text.SmsText;

/**
 * The message that a recipient would get.
 *
 * @param unit may be {@code null}
 * @param excluded why the recipient gets none, or {@code null}
 * @param problem why it can't be sent as it is, or {@code null}
 */
public record RecipientPreview(
        long recipientId,
        String msisdn,
        String fullName,
        String unit,
        String operator,
        SmsText text,
        String excluded,
        String problem) {}
