package vn.canhbao.scheduler.imports;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.RecipientImports;

/** At the application's start, goes on with the imports that a process left before their end. */
@Component
class InterruptedImports {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedImports.class);

    private final RecipientImports imports;
    private final ImportLauncher launcher;
    private final ForgottenPreviews forgotten;

    InterruptedImports(RecipientImports imports, ImportLauncher launcher, ForgottenPreviews forgotten) {
        this.imports = imports;
        this.launcher = launcher;
        this.forgotten = forgotten;
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        forgotten.delete();
        for (long importId : imports.unfinished()) {
            if (launcher.launch(importId)) {
                LOG.info("Nhập tiếp lần nhập {} đã dừng giữa chừng (going on with import {})", importId, importId);
            } else {
                LOG.info(
                        "Lần nhập {} đang chạy ở tiến trình khác, hoặc tệp nằm trên máy khác (import {} belongs to another process or machine)",
                        importId,
                        importId);
            }
        }
    }
}
