package vn.canhbao.scheduler.prepare;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;

/** When preparation has to stop after the chunk in hand: its wave was paused or cancelled, or the server goes down. */
@Component
class PrepareStops {

    private final Waves waves;
    private volatile boolean closing;

    PrepareStops(Waves waves) {
        this.waves = waves;
    }

    boolean isDue(long waveId) {
        return closing || waves.get(waveId).status() != WaveStatus.PREPARING;
    }

    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void close() {
        closing = true;
    }
}
