package vn.canhbao.console.api;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.problem.InvalidInput;

/**
 * {@code {"at":"2026-12-01T08:00:00+07:00"}}, {@code {"cron":"…"}} or {@code {"now":true}}: exactly one of them; with
 * {@code "spread":"PT3H"} evenly over so long.
 */
record WaveInput(OffsetDateTime at, String cron, Boolean now, Duration spread) {

    WavePlan plan(int index) {
        boolean immediately = Boolean.TRUE.equals(now);
        if (Stream.of(at != null, cron != null, immediately)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw InvalidInput.of(
                    "waves[" + index + "]",
                    "cần đúng một trong \"at\", \"cron\", \"now\": true (needs exactly one of at, cron, now)");
        }
        WavePlan plan = immediately ? WavePlan.now() : new WavePlan(at == null ? null : at.toInstant(), cron);
        return plan.spreadOver(spread);
    }
}
