package vn.canhbao.scheduler.prepare;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.SendingHours;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.scheduler.batch.DeadExecutions;

/**
 * Prepares waves beside the caller and lets them run. A pause or a cancellation stops it after the chunk in hand; what that
 * or a crash left half prepared goes on after its last chunk. A failure is tried again.
 */
@Component
public class WavePreparer {

    private static final Logger log = LoggerFactory.getLogger(WavePreparer.class);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(10);

    private final Waves waves;
    private final Campaigns campaigns;
    private final SendingHours hours;
    private final MessageSettlement settlement;
    private final PrepareStops stops;
    private final JobOperator jobs;
    private final DeadExecutions deadExecutions;
    private final Job prepareWave;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Long, Thread> underWay = new ConcurrentHashMap<>();
    private volatile boolean closing;

    WavePreparer(
            Waves waves,
            Campaigns campaigns,
            SendingHours hours,
            MessageSettlement settlement,
            PrepareStops stops,
            JobOperator jobs,
            DeadExecutions deadExecutions,
            @Qualifier(PrepareJob.JOB) Job prepareWave,
            MeterRegistry meters,
            Clock clock) {
        this.waves = waves;
        this.campaigns = campaigns;
        this.hours = hours;
        this.settlement = settlement;
        this.stops = stops;
        this.jobs = jobs;
        this.deadExecutions = deadExecutions;
        this.prepareWave = prepareWave;
        this.meters = meters;
        this.clock = clock;
    }

    /** Begins or goes on; nothing happens where it is under way or done. */
    public void prepare(long waveId) {
        underWay.computeIfAbsent(
                waveId, id -> Thread.ofVirtual().name("prepare-wave-" + id).start(() -> run(id)));
    }

    private void run(long waveId) {
        try {
            while (!closing && !prepared(waveId)) {
                Thread.sleep(BEFORE_ANOTHER_TRY);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(waveId);
        }
        // Resumed while it was stopping: whoever resumed it found it under way.
        if (!closing && waves.get(waveId).status() == WaveStatus.PREPARING) {
            prepare(waveId);
        }
    }

    /** Whether there is nothing more to do now. */
    private boolean prepared(long waveId) {
        try {
            if (waves.get(waveId).status() == WaveStatus.PREPARING) {
                meters.timer("canhbao.prepare").recordCallable(() -> execute(waveId));
            }
            cancelIfCancelledMeanwhile(waveId);
            return true;
        } catch (Exception failure) {
            log.error(
                    "Chuẩn bị đợt {} chưa xong, thử lại sau {} giây (preparing failed, again in {} s): {}",
                    waveId,
                    BEFORE_ANOTHER_TRY.toSeconds(),
                    BEFORE_ANOTHER_TRY.toSeconds(),
                    failure.getMessage(),
                    failure);
            return false;
        }
    }

    private Void execute(long waveId) throws Exception {
        JobParameters parameters =
                new JobParametersBuilder().addLong("waveId", waveId).toJobParameters();
        deadExecutions.close(PrepareJob.JOB, parameters);
        try {
            JobExecution execution = jobs.start(prepareWave, parameters);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                stopped(waveId, execution);
                return null;
            }
        } catch (JobInstanceAlreadyCompleteException done) {
            // The server died between the last chunk and this line.
        }
        if (waves.prepared(waveId, hours.isOpen(campaigns.get(waves.get(waveId).campaignId())))) {
            log.info("Đợt {} đã chuẩn bị xong (wave prepared)", waveId);
        }
        return null;
    }

    private void stopped(long waveId, JobExecution execution) throws Exception {
        if (stops.isDue(waveId)) {
            log.info("Đợt {} dừng chuẩn bị, sẽ làm tiếp từ đây (preparation stopped, to go on from here)", waveId);
            return;
        }
        throw execution.getAllFailureExceptions().stream()
                .findFirst()
                .<Exception>map(cause -> new IllegalStateException(cause.getMessage(), cause))
                .orElseGet(() -> new IllegalStateException("prepare job " + execution.getStatus()));
    }

    private void cancelIfCancelledMeanwhile(long waveId) {
        if (waves.get(waveId).status() == WaveStatus.CANCELLED) {
            while (settlement.cancelReady(waveId, clock.instant()) > 0) {
                // Block by block.
            }
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() throws InterruptedException {
        closing = true;
        for (Thread thread : underWay.values()) {
            thread.join(Duration.ofSeconds(20));
        }
    }
}
