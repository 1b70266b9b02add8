package vn.canhbao.templates.library;

import java.time.Instant;
import vn.canhbao.core.campaign.MessageClass;

/**
 * A template, without its texts.
 *
 * @param code short and unique, as {@code F14-CONG-AN}
 * @param topic a form of fraud by its code, or {@code null}
 * @param latestVersion the newest version's number
 * @param latestStatus its status
 * @param approvedVersion the version that campaigns copy, or {@code null}
 */
public record Template(
        long id,
        String code,
        String name,
        MessageClass messageClass,
        String topic,
        String createdBy,
        Instant createdAt,
        int latestVersion,
        VersionStatus latestStatus,
        Integer approvedVersion) {

    /** Whether it came with the program. */
    public boolean isShipped() {
        return createdBy.equals(ShippedLibrary.AUTHOR);
    }
}
