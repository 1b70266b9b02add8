package vn.canhbao.scheduler.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.TallyReader;
import vn.canhbao.core.progress.WaveMinutes;

/**
 * Keeps the figures of each live wave by the minute. A count of a million messages reads an index for some 0.3 s: a wave is
 * counted again only after twenty times as long as its last count took, so counting never takes more than a twentieth of one
 * connection's time, and nothing of the links'.
 */
@Component
class WaveCounter {

    /** What came after the end of a wave, a late receipt for one, is counted for so long still. */
    private static final Duration AFTERMATH = Duration.ofMinutes(10);

    private static final int SHARE = 20;

    private final Waves waves;
    private final TallyReader tallies;
    private final WaveMinutes minutes;
    private final Clock clock;
    private final Map<Long, Instant> notBefore = new ConcurrentHashMap<>();

    WaveCounter(Waves waves, TallyReader tallies, WaveMinutes minutes, Clock clock) {
        this.waves = waves;
        this.tallies = tallies;
        this.minutes = minutes;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${canhbao.progress.interval:5s}")
    void count() {
        Instant now = clock.instant();
        Set<Long> live = new HashSet<>();
        for (Wave wave :
                waves.withStatus(WaveStatus.PREPARING, WaveStatus.RUNNING, WaveStatus.WAITING, WaveStatus.PAUSED)) {
            if (wave.startedAt() != null) {
                live.add(wave.id());
                countIfDue(wave, now);
            }
        }
        for (Wave wave : waves.overAndValidAfter(now)) {
            if (wave.finishedAt() != null && wave.finishedAt().isAfter(now.minus(AFTERMATH))) {
                live.add(wave.id());
                countIfDue(wave, now);
            }
        }
        notBefore.keySet().retainAll(live);
    }

    private void countIfDue(Wave wave, Instant now) {
        if (now.isBefore(notBefore.getOrDefault(wave.id(), Instant.MIN))) {
            return;
        }
        long begun = System.nanoTime();
        minutes.keep(wave.id(), tallies.ofWave(wave.id()));
        notBefore.put(wave.id(), now.plus(Duration.ofNanos((System.nanoTime() - begun) * SHARE)));
    }
}
