package vn.canhbao.gateway.ledger;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.core.message.MessageQueue;
import vn.canhbao.gateway.link.WaveGate;

/** Reads which waves run where no claim has done so for a moment: what waits for a link's rate must hear of a pause, too. */
public final class WaveReadings implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WaveReadings.class);
    private static final long LOOK_MILLIS = 100;

    private final WaveGate gate;
    private final MessageQueue queue;
    private final Thread thread = Thread.ofVirtual().name("waves").unstarted(this::watch);

    public WaveReadings(WaveGate gate, MessageQueue queue) {
        this.gate = gate;
        this.queue = queue;
    }

    public void start() {
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                if (gate.isOlderThan(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS))) {
                    read();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            gate.read(queue::runningWaves);
        } catch (RuntimeException databaseAway) {
            // The ledgers say it aloud; here nothing is let out until there is a new reading.
            log.debug("Chưa đọc được các đợt đang chạy (database away)", databaseAway);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
