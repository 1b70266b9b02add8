package vn.canhbao.core.history;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.canhbao.core.message.AttemptView;
import vn.canhbao.core.message.MessageStatus;

/**
 * Everything that is known of one message.
 *
 * @param wave its wave's number in the campaign
 * @param preparedAt when its wave's messages were written, or {@code null}
 * @param attempts those that were refused, in their order
 * @param receipts of its segments, in the order in which they came
 * @param receiptsCut whether so many receipts of others came in between that not all were looked at
 * @param acknowledgedAt when its recipient answered that it was read, or {@code null}
 */
public record MessageStory(
        long id,
        long campaignId,
        String campaign,
        int wave,
        long recipientId,
        String recipient,
        String unit,
        String msisdn,
        String operator,
        String senderId,
        String text,
        int plannedSegments,
        MessageStatus status,
        String detail,
        String link,
        int timesClaimed,
        Instant preparedAt,
        Instant submittedAt,
        Instant finalAt,
        Instant expiresAt,
        Instant acknowledgedAt,
        List<SegmentStory> segments,
        List<AttemptView> attempts,
        List<ReceiptStory> receipts,
        boolean receiptsCut) {

    /**
     * The same with its numbers shown otherwise.
     *
     * @param number of an address; {@code written}: of every number in a text
     */
    public MessageStory withNumbers(UnaryOperator<String> number, UnaryOperator<String> written) {
        return new MessageStory(
                id,
                campaignId,
                campaign,
                wave,
                recipientId,
                recipient,
                unit,
                number.apply(msisdn),
                operator,
                senderId,
                written.apply(text),
                plannedSegments,
                status,
                detail,
                link,
                timesClaimed,
                preparedAt,
                submittedAt,
                finalAt,
                expiresAt,
                acknowledgedAt,
                segments,
                attempts,
                receipts.stream()
                        .map(receipt -> receipt.withNumbers(number, written))
                        .toList(),
                receiptsCut);
    }
}
