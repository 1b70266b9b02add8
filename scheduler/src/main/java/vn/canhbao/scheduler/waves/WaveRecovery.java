package vn.canhbao.scheduler.waves;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.scheduler.prepare.WavePreparer;

/** At the application's start, goes on preparing the waves that a stopped process left half prepared. */
@Component
class WaveRecovery {

    private final Waves waves;
    private final WavePreparer preparer;

    WaveRecovery(Waves waves, WavePreparer preparer) {
        this.waves = waves;
        this.preparer = preparer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        waves.withStatus(WaveStatus.PREPARING).forEach(wave -> preparer.prepare(wave.id()));
    }
}
