package vn.canhbao.core.campaign;

import java.time.Instant;

/** When a wave goes out: at an instant, by a cron expression (Quartz, Asia/Ho_Chi_Minh), or, with neither, on approval. */
public record WavePlan(Instant at, String cron) {

    public static WavePlan now() {
        return new WavePlan(null, null);
    }

    public static WavePlan at(Instant at) {
        return new WavePlan(at, null);
    }
}
