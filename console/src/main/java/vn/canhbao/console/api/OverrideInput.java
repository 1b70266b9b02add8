package vn.canhbao.console.api;

import vn.canhbao.core.campaign.LimitOverride;

/**
 * What an approver sets aside for an urgent campaign.
 *
 * @param windows its messages go out at night too
 * @param caps and to people who got as many messages as the caps allow
 */
record OverrideInput(Boolean windows, Boolean caps, String reason) {

    /** The optional body of an approval: {@code {"override":{"windows":true,"caps":true,"reason":"…"}}}. */
    record Approval(OverrideInput override) {

        static LimitOverride override(Approval given) {
            return given == null || given.override == null
                    ? LimitOverride.NONE
                    : new LimitOverride(
                            Boolean.TRUE.equals(given.override.windows),
                            Boolean.TRUE.equals(given.override.caps),
                            given.override.reason);
        }
    }
}
