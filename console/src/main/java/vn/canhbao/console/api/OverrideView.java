package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import vn.canhbao.core.campaign.LimitOverride;

/** What a campaign's approver set aside, with the reason. */
public record OverrideView(boolean windows, boolean caps, String reason, String grantedBy, OffsetDateTime grantedAt) {

    static OverrideView of(LimitOverride override) {
        return override.any()
                ? new OverrideView(
                        override.windows(),
                        override.caps(),
                        override.reason(),
                        override.grantedBy(),
                        LocalTimes.of(override.grantedAt()))
                : null;
    }
}
