package vn.canhbao.core.campaign;

import java.time.Duration;
import java.time.Instant;

/**
 * When a wave goes out: at an instant, by a cron expression (Quartz, Asia/Ho_Chi_Minh), some time after an earlier wave, or,
 * with none of these, on approval.
 *
 * @param after the number of the earlier wave, from 1
 * @param delay after that wave's start; it waits for that wave's end too
 * @param spread sent evenly over so long; {@code null}: as fast as the links go
 * @param narrowing whom of the campaign's audience it addresses
 */
public record WavePlan(Instant at, String cron, Integer after, Duration delay, Duration spread, Narrowing narrowing) {

    public WavePlan {
        delay = after != null && delay == null ? Duration.ZERO : delay;
    }

    public WavePlan(Instant at, String cron) {
        this(at, cron, null, null, null, Narrowing.NONE);
    }

    /** The same, evenly over so long; {@code null}: as fast as the links go. */
    public WavePlan spreadOver(Duration period) {
        return new WavePlan(at, cron, after, delay, period, narrowing);
    }

    /** The same, to these only. */
    public WavePlan to(Narrowing fewer) {
        return new WavePlan(at, cron, after, delay, spread, fewer);
    }

    /** One firing of it. */
    WavePlan firingAt(Instant due) {
        return new WavePlan(due, null, null, null, spread, narrowing);
    }

    public static WavePlan now() {
        return new WavePlan(null, null);
    }

    public static WavePlan at(Instant at) {
        return new WavePlan(at, null);
    }

    public static WavePlan after(int wave, Duration delay) {
        return new WavePlan(null, null, wave, delay, null, Narrowing.NONE);
    }
}
