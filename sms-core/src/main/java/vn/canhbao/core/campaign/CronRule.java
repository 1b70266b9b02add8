package vn.canhbao.core.campaign;

import java.time.Instant;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;
import vn.canhbao.core.ClockConfiguration;

/**
 * Cron expressions of recurring waves: Quartz's six fields ({@code 0 0 8 ? * MON}), in Vietnamese time. Spring's parser
 * reads the same form, so that core needs no Quartz.
 */
final class CronRule {

    private CronRule() {}

    /** What is wrong with it, in words, or empty. */
    static Optional<String> problem(String cron, Instant now) {
        CronExpression expression;
        try {
            expression = CronExpression.parse(cron);
        } catch (IllegalArgumentException malformed) {
            return Optional.of("biểu thức cron sai; sáu trường, ví dụ “0 0 8 ? * MON” (malformed, six fields): "
                    + malformed.getMessage());
        }
        return expression.next(now.atZone(ClockConfiguration.LOCAL)) == null
                ? Optional.of("cron này không bao giờ đến giờ (this cron never fires)")
                : Optional.empty();
    }
}
