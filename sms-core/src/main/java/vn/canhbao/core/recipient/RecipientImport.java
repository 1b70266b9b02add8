package vn.canhbao.core.recipient;

import java.time.Instant;

/**
 * One import of a file into a list: {@code read = accepted + duplicates + rejected} once it is completed.
 *
 * @param accepted rows that added or changed something
 * @param duplicates rows whose number stood earlier in the file, or which were in the list already, unchanged
 * @param failure why it failed and what to do, or {@code null}
 */
public record RecipientImport(
        long id,
        long listId,
        String fileName,
        ImportStatus status,
        long read,
        long accepted,
        long duplicates,
        long rejected,
        String failure,
        Instant startedAt,
        Instant finishedAt) {}
