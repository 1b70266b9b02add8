package vn.canhbao.scheduler.imports;

import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import vn.canhbao.core.recipient.RecipientImports;

/** Looks after each block whether a person asked the import to stop, whichever server that was asked at. */
class StopRequest implements ItemWriteListener<RowBlock> {

    private final long importId;
    private final StepExecution step;
    private final RecipientImports imports;

    StopRequest(long importId, StepExecution step, RecipientImports imports) {
        this.importId = importId;
        this.step = step;
        this.imports = imports;
    }

    @Override
    public void afterWrite(Chunk<? extends RowBlock> chunk) {
        if (imports.isAskedToStop(importId)) {
            step.setTerminateOnly();
        }
    }
}
