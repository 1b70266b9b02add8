package vn.canhbao.console.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.springframework.format.annotation.DateTimeFormat;
import vn.canhbao.console.api.WaveView;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.problem.InvalidInput;

/**
 * The fields of one wave in a form.
 *
 * @param when which of the others counts; {@code null} or {@code NONE}: there is no such wave
 * @param at in Vietnamese time
 * @param after the number of the wave that it follows
 * @param delayHours after that wave's start
 * @param spreadMinutes evenly over so long, or {@code null}: as the campaign says
 */
record WaveForm(
        When when,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime at,
        String cron,
        Integer after,
        BigDecimal delayHours,
        Who who,
        Integer spreadMinutes) {

    enum When {
        NONE,
        NOW,
        AT,
        CRON,
        AFTER
    }

    /** The usual narrowings; {@code OTHER} keeps one that was set by REST, and a reminder's. */
    enum Who {
        ALL,
        REST,
        NOT_REACHED,
        NOT_ACKNOWLEDGED,
        OTHER;

        private static Who of(String shown) {
            return shown == null
                    ? ALL
                    : Arrays.stream(values())
                            .filter(who -> who.name().equals(shown))
                            .findFirst()
                            .orElse(OTHER);
        }
    }

    static final WaveForm NOW = new WaveForm(When.NOW, null, null, null, null, Who.ALL, null);
    static final WaveForm NONE = new WaveForm(When.NONE, null, null, null, null, Who.ALL, null);

    WaveForm {
        when = when == null ? When.NONE : when;
        who = who == null ? Who.ALL : who;
    }

    /** Filled with what a wave is now; public, as its accessors, for the templates. */
    public static WaveForm of(WaveView wave) {
        When when = wave.cron() != null
                ? When.CRON
                : wave.after() != null ? When.AFTER : wave.at() != null ? When.AT : When.NOW;
        return new WaveForm(
                when,
                wave.at() == null ? null : wave.at().toLocalDateTime(),
                wave.cron(),
                wave.after(),
                wave.delay() == null ? null : hours(wave.delay()),
                Who.of(wave.who()),
                wave.spread() == null ? null : (int) wave.spread().toMinutes());
    }

    /** {@code 0.5} for half an hour. */
    static BigDecimal hours(Duration duration) {
        BigDecimal hours = BigDecimal.valueOf(duration.toSeconds())
                .divide(BigDecimal.valueOf(3600), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }

    static Duration duration(BigDecimal hours) {
        return Duration.ofSeconds(hours.multiply(BigDecimal.valueOf(3600)).longValue());
    }

    /** For a new wave. */
    WavePlan plan(String field) {
        return plan(field, Narrowing.NONE);
    }

    /**
     * @param field named where its value is missing
     * @param other what {@code OTHER} stands for
     */
    WavePlan plan(String field, Narrowing other) {
        return time(field)
                .to(
                        switch (who) {
                            case ALL -> Narrowing.NONE;
                            case REST -> Narrowing.toNotYetAddressed();
                            case NOT_REACHED -> Narrowing.toNotReached();
                            case NOT_ACKNOWLEDGED -> Narrowing.toNotAcknowledged();
                            case OTHER -> other;
                        });
    }

    private WavePlan time(String field) {
        return switch (when) {
            case NOW -> WavePlan.now();
            case AT ->
                WavePlan.at(
                        at == null
                                ? missing(field + "at")
                                : at.atZone(ClockConfiguration.LOCAL).toInstant());
            case CRON -> new WavePlan(null, cron == null || cron.isBlank() ? missing(field + "cron") : cron);
            case AFTER ->
                WavePlan.after(
                        after == null ? missing(field + "after") : after,
                        delayHours == null ? Duration.ZERO : duration(delayHours));
            case NONE -> missing(field + "when");
        };
    }

    private static <T> T missing(String field) {
        throw InvalidInput.of(field, "nhập giá trị này cho cách gửi đã chọn (needed for the chosen way of sending)");
    }
}
