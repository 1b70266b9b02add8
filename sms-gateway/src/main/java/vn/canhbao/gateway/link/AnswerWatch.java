package vn.canhbao.gateway.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What many answers of a link say together that one alone does not: the SMSC is ill, full or too slow for us, or nearly
 * every message of a wave is refused alike, so that it is not the recipients' fault.
 */
public final class AnswerWatch {

    private static final int ANSWERS = 25;
    private static final int ALIKE = 20;
    private static final int FULL = 15;
    private static final int RUN = 10;
    /** An SMSC says no faster than yes: for so long, refusals in a row say nothing of what is still under way. */
    private static final Duration ILL = Duration.ofSeconds(2);

    private static final int WAVES = 100;
    private static final int RMSGQFUL = 0x14;
    /** So long without an accepted submit_sm, and the link's traffic goes over others; then it is tried again. */
    private static final Duration STUCK = Duration.ofSeconds(60);

    private final Clock clock;
    private final LastAnswers ofLink = new LastAnswers(ANSWERS);
    private final Map<Long, LastAnswers> ofWaves = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, LastAnswers> eldest) {
            return size() > WAVES;
        }
    };
    private int run;
    private Instant refusedSince;
    private Instant stuckUntil = Instant.MIN;

    public AnswerWatch(Clock clock) {
        this.clock = clock;
    }

    public synchronized void accepted(long wave) {
        ofLink.add(0);
        ofWave(wave).add(0);
        run = 0;
        refusedSince = null;
        stuckUntil = Instant.MIN;
    }

    /** @param action what this link's table says */
    public synchronized void refused(long wave, int commandStatus, RefusalAction action) {
        ofLink.add(commandStatus);
        ofWave(wave).add(commandStatus);
        boolean forNow = action instanceof RefusalAction.RetryHere || action instanceof RefusalAction.PauseLink;
        // A full queue may be one phone's that is switched off.
        run = forNow && commandStatus != RMSGQFUL ? run + 1 : 0;
        Instant now = clock.instant();
        if (forNow) {
            refusedSince = refusedSince == null ? now : refusedSince;
            if (refusedSince.plus(STUCK).isBefore(now) && !now.isBefore(stuckUntil)) {
                stuckUntil = now.plus(STUCK);
            }
        }
    }

    private LastAnswers ofWave(long wave) {
        return ofWaves.computeIfAbsent(wave, id -> new LastAnswers(ANSWERS));
    }

    /** Whether the SMSC refuses one message after the other for now: it is ill, and no message's fault. */
    public synchronized boolean isIll() {
        return run >= RUN && !clock.instant().isBefore(refusedSince.plus(ILL));
    }

    /** Whether most queues are full: ours at the SMSC is, not those of phones. */
    public synchronized boolean isFull() {
        return ofLink.alike(RMSGQFUL) >= FULL;
    }

    /** Whether nothing has been accepted for a minute though it was tried. */
    public synchronized boolean isStuck() {
        return clock.instant().isBefore(stuckUntil);
    }

    /** Whether nearly all of this wave's last messages were refused with this code. */
    public synchronized boolean alike(long wave, int commandStatus) {
        return ofWave(wave).alike(commandStatus) >= ALIKE;
    }

    /** The wave is stopped: when it goes on, it is judged anew. */
    public synchronized void forget(long wave) {
        ofWaves.remove(wave);
    }
}
