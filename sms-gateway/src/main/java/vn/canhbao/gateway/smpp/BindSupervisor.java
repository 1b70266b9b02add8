package vn.canhbao.gateway.smpp;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.canhbao.gateway.link.LinkSettings;

/** Keeps one bind up: binds, waits for its end, binds again after a back-off of 1 to 60 s with full jitter. */
final class BindSupervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BindSupervisor.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String link;
    private final LinkSettings settings;
    private final DeliverSmHandler handler;
    private final Clock clock;
    private final Consumer<String> onError;
    private final Thread thread;
    private volatile Bind bind;
    private volatile boolean stopping;

    BindSupervisor(
            String link, int number, LinkSettings settings, DeliverSmHandler handler, Clock clock, Consumer<String> onError) {
        this.link = link;
        this.settings = settings;
        this.handler = handler;
        this.clock = clock;
        this.onError = onError;
        thread = Thread.ofVirtual().name("bind-" + link + "-" + number).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The bind, or {@code null} while it is down. */
    Bind current() {
        Bind now = bind;
        return now != null && now.isUp() ? now : null;
    }

    private void run() {
        int failures = 0;
        while (!stopping) {
            try {
                bind = Bind.open(link, settings, handler, clock);
                failures = 0;
                log.info("Kênh {}: đã bind tới {} (bound)", link, settings.address());
                bind.awaitEnd();
                if (!stopping) {
                    report("Kênh '" + link + "': mất kết nối tới SMSC (session lost), đang bind lại");
                }
            } catch (BindFailed failure) {
                failures++;
                report(failure.getMessage());
            } catch (InterruptedException stop) {
                return;
            } finally {
                bind = null;
            }
            if (!stopping && !pause(failures)) {
                return;
            }
        }
    }

    private void report(String error) {
        log.warn(error);
        onError.accept(error);
    }

    // Full jitter: after a power cut all links of all offices would otherwise knock at the same second.
    private static boolean pause(int failures) {
        long ceiling = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(failures, 6));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(SHORTEST.toMillis() / 2, ceiling + 1));
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }

    @Override
    public void close() {
        stopping = true;
        Bind now = bind;
        if (now != null) {
            now.close();
        }
        thread.interrupt();
    }
}
