package vn.canhbao.gateway.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.ClaimableWave;

/**
 * The last look before the wire: whether a claimed message's wave may still be sent. A claim stands for a while in the
 * queue for the link's rate, and meanwhile its wave may have been paused or cancelled, here or on another node. Every claim
 * brings a new reading along; where nothing is claimed, somebody has to {@link #read}.
 *
 * <p>Nothing passes on a reading that is too old, so that no submit_sm is later than a second after the answer to a pause:
 * who comes then waits for the next one.
 */
public final class WaveGate {

    static final long STALE = TimeUnit.MILLISECONDS.toNanos(700);

    /** A message of which a segment is out already is finished, where that takes no longer. */
    static final long GO_ON = TimeUnit.MILLISECONDS.toNanos(900);

    /** So long somebody waits for a reading, with the database away, before the message goes back. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanos;
    private final Object news = new Object();
    private volatile Reading reading;

    /** What the last look says. */
    public enum Verdict {
        SEND,
        /** The wave is paused, cancelled or over: the message goes back to the queue, unsent. */
        NOT_RUNNING,
        /** An exercise's message at a public link, or the reverse: it is never sent over this link. */
        WRONG_KIND
    }

    /** A link's last look; it may wait for a moment. */
    public interface LastLook {

        /** @param begun whether a segment of the message is on the wire already */
        Verdict at(long wave, boolean begun) throws InterruptedException;
    }

    /** @param asked when the question was asked; what ended after that may still stand in it */
    private record Reading(long asked, Map<Long, ClaimableWave> running, Map<Long, Long> lastRunning) {}

    public WaveGate() {
        this(System::nanoTime);
    }

    WaveGate(LongSupplier nanos) {
        this.nanos = nanos;
        reading = new Reading(nanos.getAsLong() - STALE - 1, Map.of(), Map.of());
    }

    /** Asks for the running waves, and lets their messages pass from now on. */
    public List<ClaimableWave> read(Supplier<List<ClaimableWave>> question) {
        long asked = nanos.getAsLong();
        List<ClaimableWave> running = question.get();
        synchronized (news) {
            if (asked - reading.asked() > 0) {
                reading = next(asked, running);
                news.notifyAll();
            }
        }
        return running;
    }

    private Reading next(long asked, List<ClaimableWave> running) {
        Map<Long, ClaimableWave> byId = new HashMap<>();
        Map<Long, Long> lastRunning = new HashMap<>(reading.lastRunning());
        lastRunning.values().removeIf(then -> asked - then > GO_ON);
        running.forEach(wave -> {
            byId.put(wave.id(), wave);
            lastRunning.put(wave.id(), asked);
        });
        return new Reading(asked, byId, lastRunning);
    }

    /** Whether the reading is older than so many nanoseconds. */
    public boolean isOlderThan(long age) {
        return nanos.getAsLong() - reading.asked() > age;
    }

    /** The last look of a link that carries such campaigns. */
    public LastLook of(Carries carries) {
        return (wave, begun) -> look(wave, begun, carries);
    }

    private Verdict look(long wave, boolean begun, Carries carries) throws InterruptedException {
        awaitFresh();
        Reading now = reading;
        ClaimableWave running = isOlderThan(STALE) ? null : now.running().get(wave);
        if (running != null) {
            return carries.campaign(running.exercise()) ? Verdict.SEND : Verdict.WRONG_KIND;
        }
        Long last = now.lastRunning().get(wave);
        return begun && last != null && nanos.getAsLong() - last < GO_ON ? Verdict.SEND : Verdict.NOT_RUNNING;
    }

    private void awaitFresh() throws InterruptedException {
        if (!isOlderThan(STALE)) {
            return;
        }
        long until = System.nanoTime() + PATIENCE;
        synchronized (news) {
            long left = PATIENCE;
            while (isOlderThan(STALE) && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(news, left);
                left = until - System.nanoTime();
            }
        }
    }
}
