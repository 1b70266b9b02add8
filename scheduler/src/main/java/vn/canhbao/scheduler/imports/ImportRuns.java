package vn.canhbao.scheduler.imports;

import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The imports under way in this process, each on a thread of its own; a shutdown ends them after their chunk. */
@Component
class ImportRuns implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Uploads uploads;
    private final Map<Long, Thread> threads = new ConcurrentHashMap<>();
    private final Set<StepExecution> steps = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    ImportRuns(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * Runs the work on a thread of its own.
     *
     * @return false where this file is being imported already, here or in another process
     */
    boolean run(long importId, String storedFile, Runnable work) {
        FileLock claim = uploads.claim(storedFile).orElse(null);
        if (claim == null) {
            return false;
        }
        threads.put(importId, Thread.ofVirtual().name("import-" + importId).unstarted(() -> {
            try {
                work.run();
            } catch (RuntimeException unexpected) {
                LOG.error("Lần nhập {} dừng vì lỗi (import stopped by an error)", importId, unexpected);
            } finally {
                uploads.release(storedFile, claim);
                threads.remove(importId);
            }
        }));
        threads.get(importId).start();
        return true;
    }

    @Override
    public void beforeStep(StepExecution step) {
        steps.add(step);
        if (closing) {
            step.setTerminateOnly();
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        steps.remove(step);
        return null;
    }

    // Not by interrupting the threads: an interrupt closes the H2 file under the other threads' feet.
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        closing = true;
        steps.forEach(StepExecution::setTerminateOnly);
        for (Thread thread : threads.values()) {
            thread.join(PATIENCE);
        }
    }
}
