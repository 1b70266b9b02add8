package vn.canhbao.scheduler.prepare;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How waves are prepared.
 *
 * @param workers partitions of one wave that are prepared at a time; 0: one a core, at most 4
 * @param maxSegments a personal text of more segments is not sent: the message is FAILED, with the reason
 */
@ConfigurationProperties("canhbao.prepare")
record PrepareSettings(
        @DefaultValue("0") int workers, @DefaultValue("10") int maxSegments) {

    private static final int MOST_BY_DEFAULT = 4;

    PrepareSettings {
        if (workers < 0 || workers > 32) {
            throw new IllegalArgumentException("canhbao.prepare.workers: từ 0 đến 32 (from 0 to 32)");
        }
        if (maxSegments < 1 || maxSegments > 255) {
            throw new IllegalArgumentException("canhbao.prepare.max-segments: từ 1 đến 255 (from 1 to 255)");
        }
        workers = workers == 0 ? Math.min(Runtime.getRuntime().availableProcessors(), MOST_BY_DEFAULT) : workers;
    }
}
