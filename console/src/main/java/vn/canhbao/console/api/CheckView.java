package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import vn.canhbao.core.statistics.Difference;
import vn.canhbao.core.statistics.TallyCheck;

/**
 * A full count as scripts read it.
 *
 * @param endedAt {@code null}: it runs, or its server died
 * @param named the differences, the first thousand; in lists empty
 */
public record CheckView(
        long id,
        String startedBy,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt,
        long waves,
        long messages,
        long erased,
        long differences,
        List<Difference> named) {

    public static CheckView of(TallyCheck check, List<Difference> named) {
        return new CheckView(
                check.id(),
                check.startedBy(),
                LocalTimes.of(check.startedAt()),
                LocalTimes.of(check.endedAt()),
                check.waves(),
                check.messages(),
                check.erased(),
                check.differences(),
                named);
    }
}
