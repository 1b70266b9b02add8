package vn.canhbao.scheduler.imports;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The imports under way in this process, each on a thread of its own; a shutdown ends them after their chunk. */
@Component
class ImportRuns implements StepExecutionListener {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Long, Thread> threads = new ConcurrentHashMap<>();
    private final Set<StepExecution> steps = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** Runs the work on a thread of its own. */
    void run(long importId, Runnable work) {
        Thread thread = Thread.ofVirtual().name("import-" + importId).unstarted(() -> {
            try {
                work.run();
            } finally {
                threads.remove(importId);
            }
        });
        threads.put(importId, thread);
        thread.start();
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
