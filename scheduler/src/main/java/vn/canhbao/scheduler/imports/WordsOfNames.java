package vn.canhbao.scheduler.imports;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.canhbao.core.recipient.NameWords;

/** Writes the words of names that imports and corrections brought, apart from them: an import needn't wait for it. */
@Component
class WordsOfNames {

    private final NameWords names;
    private final ReentrantLock writing = new ReentrantLock();

    WordsOfNames(NameWords names) {
        this.names = names;
    }

    @Scheduled(fixedRate = 5_000)
    void write() {
        if (writing.tryLock()) {
            try {
                boolean more = true;
                while (more) {
                    more = names.writeSome();
                }
            } finally {
                writing.unlock();
            }
        }
    }
}
