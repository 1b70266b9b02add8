package vn.canhbao.core.recipient;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One import of a file into a list: {@code read = accepted + duplicates + rejected} once it is completed.
 *
 * @param encoding of a CSV file; {@code null} for a workbook
 * @param total rows below the file's header; 0 before it starts
 * @param accepted rows that added or changed something
 * @param duplicates rows whose number stood earlier in the file, or which were in the list already, unchanged
 * @param failure why it failed and what to do, or {@code null}
 * @param stoppedBy who asked it to stop, or {@code null}
 * @param resumedAt when it began or went on last, {@code resumedRow} rows having been read by then
 */
public record RecipientImport(
        long id,
        long listId,
        String fileName,
        ImportStatus status,
        String encoding,
        long total,
        long read,
        long accepted,
        long duplicates,
        long rejected,
        String failure,
        String stoppedBy,
        Instant startedAt,
        Instant finishedAt,
        Instant resumedAt,
        long resumedRow) {

    /** Of the file's rows, how many have been read, in percent. */
    public int percent() {
        return total == 0 ? 0 : (int) (100 * read / total);
    }

    /** Rows a second since it began or went on last; 0 before the first chunk. */
    public long perSecond(Instant now) {
        if (resumedAt == null) {
            return 0;
        }
        long millis = Duration.between(resumedAt, finishedAt == null ? now : finishedAt)
                .toMillis();
        return 1000 * (read - resumedRow) / Math.max(1, millis);
    }

    /** How long it still takes at that speed; empty where it isn't running or nothing can be said yet. */
    public Optional<Duration> timeLeft(Instant now) {
        long perSecond = perSecond(now);
        return status == ImportStatus.RUNNING && perSecond > 0
                ? Optional.of(Duration.ofSeconds((total - read + perSecond - 1) / perSecond))
                : Optional.empty();
    }
}
