package vn.canhbao.scheduler.prepare;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How the recipient ids of a wave are cut into partitions: so many ranges of equal width, from 1 to the highest id. They
 * are cut once, when preparation begins, and kept in the job's context, so that a restart has the same ranges whoever was
 * imported meanwhile. A partition knows its range by its number alone: a process killed while it creates partitions
 * leaves some without a context of their own.
 */
record IdRanges(long highestId, int count) {

    // Ranges are more than workers: where ids are unevenly spread, a worker with an empty one takes the next.
    private static final int PEOPLE_IN_EACH = 25_000;
    private static final int WORTH_A_WORKER = 2_000;
    private static final int MOST = 64;
    private static final String HIGHEST_ID = "prepare.highestId";
    private static final String COUNT = "prepare.ranges";

    static IdRanges of(long highestId, long people, int workers) {
        long bySize = Math.ceilDiv(people, (long) PEOPLE_IN_EACH);
        long byWorkers = Math.min(workers, people / WORTH_A_WORKER);
        return new IdRanges(highestId, Math.clamp(Math.max(bySize, byWorkers), 1, MOST));
    }

    /** Of these ranges, the one with this number, from 0. */
    IdRange range(int number) {
        return new IdRange(bound(number), bound(number + 1));
    }

    private long bound(int number) {
        return Math.multiplyExact(highestId, number) / count;
    }

    static boolean isIn(ExecutionContext context) {
        return context.containsKey(COUNT);
    }

    static IdRanges from(ExecutionContext context) {
        return new IdRanges(context.getLong(HIGHEST_ID), context.getInt(COUNT));
    }

    void putInto(ExecutionContext context) {
        context.putLong(HIGHEST_ID, highestId);
        context.putInt(COUNT, count);
    }
}
