package vn.canhbao.core.campaign;

import java.time.Instant;

/**
 * What the approver of an urgent campaign set aside.
 *
 * @param windows it is sent outside its window too
 * @param caps it is sent to people who got as many messages as the caps allow
 * @param reason in the approver's words; required
 * @param grantedBy {@code null} in an approver's order, as {@code grantedAt}
 */
public record LimitOverride(boolean windows, boolean caps, String reason, String grantedBy, Instant grantedAt) {

    public static final LimitOverride NONE = new LimitOverride(false, false, null, null, null);

    public LimitOverride(boolean windows, boolean caps, String reason) {
        this(windows, caps, reason, null, null);
    }

    public boolean any() {
        return windows || caps;
    }
}
