package vn.canhbao.scheduler.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.canhbao.core.recipient.ImportProgress;
import vn.canhbao.core.recipient.ImportReject;
import vn.canhbao.core.recipient.Msisdn;
import vn.canhbao.core.recipient.RecipientHistory;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.core.recipient.Recipients;
import vn.canhbao.scheduler.imports.RowOutcome.Usable;

/**
 * Writes a block: people and what was known of them before, members, rejects and the import's figures, set by set. Batch keeps the reader's position in the
 * same transaction, so that a block counts once or not at all, whenever the process dies.
 */
class RecipientRowWriter implements ItemWriter<RowBlock> {

    private final long importId;
    private final long listId;
    private final Recipients recipients;
    private final RecipientLists lists;
    private final RecipientHistory history;
    private final RecipientImports imports;
    private final DetailsWriter details;
    private final ImportMeters meters;

    RecipientRowWriter(
            long importId,
            Recipients recipients,
            RecipientLists lists,
            RecipientHistory history,
            RecipientImports imports,
            DetailsWriter details,
            ImportMeters meters) {
        this.importId = importId;
        this.listId = imports.source(importId).listId();
        this.recipients = recipients;
        this.lists = lists;
        this.history = history;
        this.imports = imports;
        this.details = details;
        this.meters = meters;
    }

    @Override
    public void write(Chunk<? extends RowBlock> chunk) {
        chunk.getItems().forEach(block -> write(block.outcomes()));
    }

    private void write(List<RowOutcome> outcomes) {
        List<Usable> people = new ArrayList<>();
        List<ImportReject> rejects = new ArrayList<>();
        int repeated = 0;
        for (RowOutcome outcome : outcomes) {
            switch (outcome) {
                case Usable usable -> details.refused(usable).ifPresentOrElse(rejects::add, () -> people.add(usable));
                case RowOutcome.Rejected(ImportReject reject) -> rejects.add(reject);
                case RowOutcome.Repeated _ -> repeated++;
            }
        }
        long accepted = accept(people);
        var rows = new ImportProgress(accepted, people.size() - accepted + repeated, rejects.size());
        imports.progress(importId, rows, rejects);
        countAfterCommit(rows);
    }

    private long accept(List<Usable> people) {
        Recipients.Upserted upserted =
                recipients.upsert(people.stream().map(Usable::person).toList());
        history.keep(importId, upserted.former());
        lists.addNewMembers(listId, upserted.added());
        Set<Long> accepted = lists.addMembers(listId, upserted.known().values());
        upserted.former().forEach(changed -> accepted.add(changed.id()));
        Set<Msisdn> changed = details.write(people);
        upserted.known().forEach((msisdn, id) -> {
            if (changed.contains(msisdn)) {
                accepted.add(id);
            }
        });
        return upserted.added().size() + accepted.size();
    }

    private void countAfterCommit(ImportProgress rows) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                meters.count(rows);
            }
        });
    }
}
