package vn.canhbao.scheduler.settlement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code canhbao.settlement.*}.
 *
 * @param receiptGrace how long after the validity a final receipt is still waited for; then UNKNOWN
 * @param resendAfter policy RESEND: how long a receipt may still settle an unanswered message before its second copy
 */
@ConfigurationProperties("canhbao.settlement")
record SettlementSettings(
        @DefaultValue("1h") Duration receiptGrace,
        @DefaultValue("10m") Duration resendAfter) {}
