package vn.canhbao.core.statistics;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * A wave's messages, counted.
 *
 * @param planned ids of recipients with a message
 * @param confirmed ids of recipients whose message is DELIVERED
 */
record WaveCount(List<WaveTally> tallies, List<TimedMessages> times, RoaringBitmap planned, RoaringBitmap confirmed) {

    long messages() {
        return tallies.stream().mapToLong(WaveTally::messages).sum();
    }

    /** Whether a message of them may still change. */
    boolean mayMove() {
        return tallies.stream().anyMatch(tally -> MovableStates.ALL.contains(tally.status()));
    }

    /** DELIVERED messages of an operator whose time lies in one bucket. */
    record TimedMessages(String operator, int bucket, long messages) {}
}
