package vn.canhbao.scheduler.waves;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The Quartz job of a wave: its time has come. */
@DisallowConcurrentExecution
public class FireWave implements Job {

    static final String WAVE_ID = "waveId";

    private final WaveStart start;

    public FireWave(WaveStart start) {
        this.start = start;
    }

    @Override
    public void execute(JobExecutionContext context) {
        start.begin(context.getMergedJobDataMap().getLong(WAVE_ID));
    }
}
