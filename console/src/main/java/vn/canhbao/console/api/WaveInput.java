package vn.canhbao.console.api;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.problem.InvalidInput;

/**
 * {@code {"at":"2026-12-01T08:00:00+07:00"}}, {@code {"cron":"…"}}, {@code {"now":true}} or
 * {@code {"after":1,"delay":"P2D"}}: exactly one of them; with {@code "spread":"PT3H"} evenly over so long.
 *
 * @param narrowing whom of the campaign's audience: a {@link Narrowing}, or {@code "rest"}, {@code "notReached"},
 *     {@code "notAcknowledged"}
 */
record WaveInput(
        OffsetDateTime at,
        String cron,
        Boolean now,
        Integer after,
        Duration delay,
        Duration spread,
        JsonNode narrowing) {

    WavePlan plan(int index) {
        return plan("waves[" + index + "]", "waves[" + index + "].narrowing");
    }

    /** @param field what is named where nothing or too much is given */
    WavePlan plan(String field, String narrowingField) {
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
        return new WavePlan(
                at == null ? null : at.toInstant(),
                cron,
                after,
                delay,
                spread,
                NarrowingInput.read(narrowing, narrowingField));
    }
}
