package vn.canhbao.scheduler.waves;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.campaign.CampaignApproved;
import vn.canhbao.core.campaign.CampaignCancelled;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.scheduler.prepare.WavePreparer;

/** Gives each wave of an approved campaign its trigger in Quartz's job store. */
@Component
public class WavePlanner {

    private static final String GROUP = "waves";

    private final Scheduler quartz;
    private final Waves waves;
    private final WavePreparer preparer;
    private final MessageSettlement settlement;
    private final Clock clock;

    WavePlanner(Scheduler quartz, Waves waves, WavePreparer preparer, MessageSettlement settlement, Clock clock) {
        this.quartz = quartz;
        this.waves = waves;
        this.preparer = preparer;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** Plans what is scheduled; after a pause, also goes on with what was being prepared. */
    @TransactionalEventListener
    public void on(CampaignApproved approved) throws SchedulerException {
        for (Wave wave : waves.ofCampaign(approved.campaignId())) {
            if (wave.status() == WaveStatus.SCHEDULED) {
                plan(wave);
            } else if (wave.status() == WaveStatus.PREPARING) {
                preparer.prepare(wave.id());
            }
        }
    }

    @TransactionalEventListener
    public void on(CampaignCancelled cancelled) throws SchedulerException {
        for (Wave wave : waves.ofCampaign(cancelled.campaignId())) {
            quartz.deleteJob(key(wave.id()));
            while (wave.status() == WaveStatus.CANCELLED && settlement.cancelReady(wave.id(), clock.instant()) > 0) {
                // Block by block.
            }
        }
    }

    void plan(Wave wave) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(FireWave.class)
                .withIdentity(key(wave.id()))
                .usingJobData(FireWave.WAVE_ID, wave.id())
                .requestRecovery()
                .build();
        quartz.deleteJob(key(wave.id()));
        quartz.scheduleJob(job, trigger(wave));
    }

    // A trigger missed while the server was down fires when it is back; FireWave then looks at the validity.
    private Trigger trigger(Wave wave) {
        TriggerBuilder<Trigger> trigger = TriggerBuilder.newTrigger().withIdentity("wave-" + wave.id(), GROUP);
        if (wave.cron() != null) {
            return trigger.withSchedule(CronScheduleBuilder.cronSchedule(wave.cron())
                            .inTimeZone(TimeZone.getTimeZone(ClockConfiguration.LOCAL))
                            .withMisfireHandlingInstructionFireAndProceed())
                    .build();
        }
        Instant at = wave.at() == null ? clock.instant() : wave.at();
        return trigger.startAt(Date.from(at))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    private static JobKey key(long waveId) {
        return new JobKey("wave-" + waveId, GROUP);
    }
}
