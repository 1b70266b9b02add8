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
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.CampaignApproved;
import vn.canhbao.core.campaign.CampaignCancelled;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.CronRule;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveCancelled;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.message.MessageSettlement;
import vn.canhbao.scheduler.prepare.WavePreparer;
import vn.canhbao.scheduler.window.WindowCalendars;

/** Gives each wave of an approved campaign its trigger in Quartz's job store. */
@Component
public class WavePlanner {

    private static final String GROUP = "waves";

    private final Scheduler quartz;
    private final WindowCalendars calendars;
    private final Campaigns campaigns;
    private final Waves waves;
    private final WavePreparer preparer;
    private final MessageSettlement settlement;
    private final Clock clock;

    WavePlanner(
            Scheduler quartz,
            WindowCalendars calendars,
            Campaigns campaigns,
            Waves waves,
            WavePreparer preparer,
            MessageSettlement settlement,
            Clock clock) {
        this.quartz = quartz;
        this.calendars = calendars;
        this.campaigns = campaigns;
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

    @TransactionalEventListener
    public void on(WaveCancelled cancelled) throws SchedulerException {
        quartz.deleteJob(key(cancelled.waveId()));
        while (settlement.cancelReady(cancelled.waveId(), clock.instant()) > 0) {
            // Block by block.
        }
    }

    /** Instead of the trigger that it has, if any; a wave that follows another has none before that one is over. */
    void plan(Wave wave) throws SchedulerException {
        quartz.deleteJob(key(wave.id()));
        if (wave.afterPosition() != null && wave.at() == null) {
            return;
        }
        JobBuilder job = JobBuilder.newJob(FireWave.class)
                .withIdentity(key(wave.id()))
                .usingJobData(FireWave.WAVE_ID, wave.id())
                .requestRecovery();
        if (wave.cron() == null) {
            Instant due = wave.at() == null ? clock.instant() : wave.at();
            schedule(job.usingJobData(FireWave.DUE, due.toEpochMilli()).build(), once(wave, due));
        } else {
            schedule(job.build(), recurring(wave));
        }
    }

    void planIfForgotten(Wave wave) throws SchedulerException {
        if (!quartz.checkExists(key(wave.id()))) {
            plan(wave);
        }
    }

    private void schedule(JobDetail job, Trigger trigger) throws SchedulerException {
        quartz.scheduleJob(job, trigger);
    }

    // Both misfire instructions: what was missed while the server was down fires once when it is back; WaveStart then
    // looks
    // at the validity.
    private Trigger once(Wave wave, Instant due) {
        TriggerBuilder<Trigger> trigger = trigger(wave);
        // Stored with a time long past, it would wait for Quartz's next look at misfires, up to a minute.
        return (due.isAfter(clock.instant()) ? trigger.startAt(Date.from(due)) : trigger.startNow())
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    // Firings outside the window are left out, or five days of Tết would become five waves at once.
    private Trigger recurring(Wave wave) throws SchedulerException {
        Campaign campaign = campaigns.get(wave.campaignId());
        return trigger(wave)
                .withSchedule(CronScheduleBuilder.cronSchedule(CronRule.quartzForm(wave.cron()))
                        .inTimeZone(TimeZone.getTimeZone(ClockConfiguration.LOCAL))
                        .withMisfireHandlingInstructionFireAndProceed())
                .modifiedByCalendar(calendars.nameFor(campaign))
                .build();
    }

    private static TriggerBuilder<Trigger> trigger(Wave wave) {
        return TriggerBuilder.newTrigger().withIdentity("wave-" + wave.id(), GROUP);
    }

    private static JobKey key(long waveId) {
        return new JobKey("wave-" + waveId, GROUP);
    }
}
