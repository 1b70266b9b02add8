package vn.canhbao.core.campaign;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.InvalidInput;

/** The overrides that approvers granted; a campaign that is approved again gets what the new approval says. */
@Repository
public class LimitOverrides {

    private static final int REASON_LENGTH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    public LimitOverrides(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@link LimitOverride#NONE} where nothing was set aside. */
    public LimitOverride of(long campaignId) {
        return jdbc.sql("SELECT * FROM limit_override WHERE campaign_id = ?")
                .param(campaignId)
                .query((row, n) -> new LimitOverride(
                        row.getBoolean("windows"),
                        row.getBoolean("caps"),
                        row.getString("reason"),
                        row.getString("granted_by"),
                        Utc.instant(row, "granted_at")))
                .optional()
                .orElse(LimitOverride.NONE);
    }

    /** Whether the approver set the window aside, or the campaign only tries a text on our own numbers. */
    boolean windowsOpen(long campaignId) {
        return of(campaignId).windows()
                || jdbc.sql("SELECT COUNT(*) FROM campaign WHERE id = ? AND test_of IS NOT NULL")
                                .param(campaignId)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    void put(long campaignId, LimitOverride override, String approver) {
        jdbc.sql("DELETE FROM limit_override WHERE campaign_id = ?")
                .param(campaignId)
                .update();
        if (override.any()) {
            jdbc.sql("""
                            INSERT INTO limit_override (campaign_id, windows, caps, reason, granted_by, granted_at)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            campaignId,
                            override.windows(),
                            override.caps(),
                            override.reason().strip(),
                            approver,
                            Utc.column(clock.instant()))
                    .update();
        }
    }

    static void check(LimitOverride override) {
        String reason = override.reason();
        if (override.any() && (reason == null || reason.isBlank() || reason.length() > REASON_LENGTH)) {
            throw InvalidInput.of(
                    "override.reason",
                    "nêu lý do bỏ qua khung giờ hoặc giới hạn tần suất, nhiều nhất 1000 ký tự (a reason is needed, at most 1000 characters)");
        }
        if (!override.any() && reason != null && !reason.isBlank()) {
            throw InvalidInput.of(
                    "override.windows",
                    "chọn bỏ qua khung giờ (windows), giới hạn tần suất (caps) hoặc cả hai (choose what is set aside)");
        }
    }
}
