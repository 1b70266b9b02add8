package vn.canhbao.core.protection;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One cleaning of one class.
 *
 * @param upTo the last day, in Viet Nam, whose data went
 * @param endedAt {@code null}: it runs, or its server died
 * @param complete false: time was up or something failed, and the next run goes on
 */
public record RetentionRun(
        long id,
        DataClass dataClass,
        LocalDate upTo,
        Instant startedAt,
        Instant endedAt,
        long removed,
        boolean complete,
        String failure) {}
