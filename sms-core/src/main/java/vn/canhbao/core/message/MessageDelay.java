package vn.canhbao.core.message;

import java.time.Instant;

/**
 * When a refused message is tried again, and where.
 *
 * @param link that tries it again, or {@code null}: any other that has not refused it
 */
public record MessageDelay(long messageId, long waveId, String link, Instant notBefore, Reason reason) {

    /** Why it waits. */
    public enum Reason {
        /** The SMSC could not take it for now. */
        RETRY,
        /** Its link's tries are used. */
        ELSEWHERE,
        /** The number is in another network than its prefix says. */
        WRONG_NETWORK
    }
}
