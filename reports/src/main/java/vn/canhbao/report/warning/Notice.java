package vn.canhbao.report.warning;

import java.time.Instant;

/**
 * What the office says of a campaign to the outside.
 *
 * @param topic for reports and headlines; {@code null}: by its message class
 * @param refersTo the campaign that an update or a cancellation is about, {@code null} for an alert
 * @param publishedAt {@code null}: not on the public pages
 */
public record Notice(
        long campaignId,
        String topic,
        NoticeStatus status,
        NoticeType type,
        Long refersTo,
        String publishedBy,
        Instant publishedAt) {

    static Notice ordinary(long campaignId) {
        return new Notice(campaignId, null, NoticeStatus.ACTUAL, NoticeType.ALERT, null, null, null);
    }
}
