package vn.canhbao.scheduler.imports;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.NameWords;
import vn.canhbao.core.recipient.RecipientImports;

/** Writes the words of names that imports and corrections brought, when no import runs: both write as fast as they can. */
@Component
class WordsOfNames {

    private final NameWords names;
    private final RecipientImports imports;
    private final ReentrantLock writing = new ReentrantLock();

    WordsOfNames(NameWords names, RecipientImports imports) {
        this.names = names;
        this.imports = imports;
    }

    @Scheduled(fixedRate = 5_000)
    void write() {
        if (writing.tryLock()) {
            try {
                boolean more = true;
                while (more && !imports.anyRuns()) {
                    more = names.writeSome();
                }
            } finally {
                writing.unlock();
            }
        }
    }
}
