package vn.canhbao.console.api;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;

/**
 * An import as scripts read it; {@code failure} says why it failed and what to do.
 *
 * @param total rows below the file's header; {@code percent} of them are read
 * @param perSecond rows a second since it began or went on last
 * @param secondsLeft at that speed, or {@code null} where it isn't running
 * @param stoppedBy who asked it to stop; {@code null} where nobody did
 */
record ImportView(
        long id,
        ImportStatus status,
        long read,
        long accepted,
        long duplicates,
        long rejected,
        long total,
        int percent,
        long perSecond,
        Long secondsLeft,
        String failure,
        String stoppedBy,
        long listId,
        String fileName,
        String encoding,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt) {

    static ImportView of(RecipientImport one, Instant now) {
        return new ImportView(
                one.id(),
                one.status(),
                one.read(),
                one.accepted(),
                one.duplicates(),
                one.rejected(),
                one.total(),
                one.percent(),
                one.perSecond(now),
                one.timeLeft(now).map(Duration::toSeconds).orElse(null),
                one.failure(),
                one.stoppedBy(),
                one.listId(),
                one.fileName(),
                one.encoding(),
                LocalTimes.of(one.startedAt()),
                LocalTimes.of(one.finishedAt()));
    }
}
