package vn.canhbao.console.api;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.problem.InvalidInput;

/**
 * {@code {"at":"2026-12-01T08:00:00+07:00"}}, {@code {"cron":"…"}}, {@code {"now":true}} or
 * {@code {"after":1,"delay":"P2D"}}: exactly one of them.
 */
record WaveInput(OffsetDateTime at, String cron, Boolean now, Integer after, Duration delay) {

    WavePlan plan(int index) {
        return plan("waves[" + index + "]");
    }

    /** @param field what is named where nothing or too much is given */
    WavePlan plan(String field) {
        boolean immediately = Boolean.TRUE.equals(now);
        if (Stream.of(at != null, cron != null, immediately, after != null)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw InvalidInput.of(
                    field,
                    "cần đúng một trong \"at\", \"cron\", \"now\": true, \"after\" (needs exactly one of at, cron, now, after)");
        }
        if (delay != null && after == null) {
            throw InvalidInput.of(
                    field, "\"delay\" chỉ đi với \"after\": số thứ tự đợt trước (delay goes with after only)");
        }
        return new WavePlan(at == null ? null : at.toInstant(), cron, after, delay);
    }
}
