package vn.canhbao.scheduler.waves;

import java.time.Instant;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;

/** The Quartz job of a wave: its time has come. */
@DisallowConcurrentExecution
public class FireWave implements Job {

    static final String WAVE_ID = "waveId";

    /** When it was to fire, in epoch milliseconds: a trigger fired late says when it fired. Recurring waves have none. */
    static final String DUE = "due";

    private final WaveStart start;

    public FireWave(WaveStart start) {
        this.start = start;
    }

    @Override
    public void execute(JobExecutionContext context) {
        JobDataMap data = context.getMergedJobDataMap();
        long wave = data.getLong(WAVE_ID);
        if (data.containsKey(DUE)) {
            start.begin(wave, Instant.ofEpochMilli(data.getLong(DUE)));
        } else {
            start.fire(wave);
        }
    }
}
