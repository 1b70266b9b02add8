package vn.canhbao.core.statistics;

import java.time.Instant;

/**
 * A full count beside the kept tallies.
 *
 * @param endedAt {@code null}: it runs, or its server died
 * @param messages counted
 * @param erased waves whose messages have been deleted since: nothing to compare with
 * @param differences figures that differed; 0: no difference
 */
public record TallyCheck(
        long id,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        long waves,
        long messages,
        long erased,
        long differences) {}
