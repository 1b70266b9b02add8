package vn.canhbao.core.message;

import java.time.Duration;
import java.time.Instant;

/**
 * How many messages of a spread wave may have been claimed by now: planned × elapsed ÷ spread. One that is behind, because it
 * was paused or its window was closed or its links were down, goes at most a quarter faster than planned until it is level
 * again or done: nobody looking at it is time that doesn't count, so there is no burst, and it ends later instead.
 *
 * @param planned messages of the wave
 * @param taken claimed so far
 * @param due how many might have been claimed at the last look
 * @param lookedAt the last look
 */
record SpreadPace(long planned, long taken, double due, Instant lookedAt) {

    private static final double CATCHING_UP = 1.25;

    /** Nobody looked for longer than this: the wave was not running. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    /** What was due and could not be taken, by links that were busy, is kept for so long. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** The same a moment later. */
    SpreadPace at(Instant now, Instant since, Duration spread) {
        double seconds = spread.toMillis() / 1_000.0;
        double perSecond = planned / seconds;
        double plan = Math.min(planned, perSecond * seconds(Duration.between(since, now)));
        Duration looked = Duration.between(lookedAt, now);
        double step = seconds(looked.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : looked);
        double grown = due + step * perSecond * CATCHING_UP;
        double kept = taken + Math.max(1, perSecond * seconds(KEPT));
        return new SpreadPace(planned, taken, Math.max(due, Math.min(plan, Math.min(grown, kept))), now);
    }

    SpreadPace taking(int messages) {
        return new SpreadPace(planned, taken + messages, due, lookedAt);
    }

    /** Messages that may be claimed now. Second copies come on top of the plan: once that is through, there is no bound. */
    int room() {
        return due >= planned ? Integer.MAX_VALUE : (int) Math.max(0, Math.floor(due + 1e-9) - taken);
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.toMillis()) / 1_000.0;
    }
}
