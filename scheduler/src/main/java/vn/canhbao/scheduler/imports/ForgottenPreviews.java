package vn.canhbao.scheduler.imports;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.RecipientImports;

/** Deletes uploads that were shown and never started: they hold people's numbers. */
@Component
class ForgottenPreviews {

    private static final Duration KEPT = Duration.ofDays(1);

    private final RecipientImports imports;
    private final Uploads uploads;
    private final Clock clock;

    ForgottenPreviews(RecipientImports imports, Uploads uploads, Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.clock = clock;
    }

    void delete() {
        for (long importId : imports.forgottenPreviews(clock.instant().minus(KEPT))) {
            String storedFile = imports.source(importId).storedFile();
            if (imports.deletePreview(importId)) {
                uploads.delete(storedFile);
            }
        }
    }
}
