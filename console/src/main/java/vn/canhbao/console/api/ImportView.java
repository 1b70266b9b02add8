package vn.canhbao.console.api;

import java.time.OffsetDateTime;
import vn.canhbao.core.recipient.ImportStatus;
import vn.canhbao.core.recipient.RecipientImport;

/** An import as scripts read it; {@code failure} says why it failed and what to do. */
record ImportView(
        long id,
        ImportStatus status,
        long read,
        long accepted,
        long duplicates,
        long rejected,
        String failure,
        long listId,
        String fileName,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt) {

    static ImportView of(RecipientImport one) {
        return new ImportView(
                one.id(),
                one.status(),
                one.read(),
                one.accepted(),
                one.duplicates(),
                one.rejected(),
                one.failure(),
                one.listId(),
                one.fileName(),
                LocalTimes.of(one.startedAt()),
                LocalTimes.of(one.finishedAt()));
    }
}
