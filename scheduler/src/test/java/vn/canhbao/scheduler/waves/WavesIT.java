package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.message.TallyReader;

/** From approval to READY messages with the real Quartz and Batch. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WavesIT {

    static final Duration HOUR = Duration.ofHours(1);

    final TestDatabase.Opened database;
    SchedulerApplication application;

    @TempDir
    Path directory;

    WavesIT(TestDatabase kind) {
        database = kind.open();
    }

    @AfterEach
    void close() {
        if (application != null) {
            application.close();
        }
        database.close();
    }

    @Test
    void onApprovalEverybodyGetsOneMessageWithTheirTextAndOperator() {
        start();
        long first = SchedulerApplication.list(database.jdbc(), "một", 2_500);
        long second = SchedulerApplication.list(database.jdbc(), "hai", 100);
        database.jdbc()
                .sql("INSERT INTO suppression VALUES ('84960000000', 'REFUSED', NULL, 'a', NOW())")
                .update();

        long campaign = application.approved(
                List.of(first, second), "Chào {{full_name}}", TextForm.UNACCENTED, HOUR, WavePlan.now());

        awaitWave(campaign, WaveStatus.RUNNING);
        Tallies tallies = application.bean(TallyReader.class).ofCampaign(campaign);
        assertThat(tallies.planned()).isEqualTo(2_500);
        assertThat(tallies.suppressed()).isEqualTo(1);
        assertThat(tallies.pending()).isEqualTo(2_499);
        assertThat(database.jdbc()
                        .sql(
                                "SELECT CONCAT(operator_code, ' ', text, ' ', segments) FROM message WHERE msisdn = '84910000001'")
                        .query(String.class)
                        .single())
                .isEqualTo("VINAPHONE Chao Nguoi 1 1");
        assertThat(application.bean(Campaigns.class).get(campaign).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void aWaveGoesOutAtItsTime() {
        start();
        long list = SchedulerApplication.list(database.jdbc(), "một", 3);
        Instant at = Instant.now().plusSeconds(3);

        long campaign = application.approved(List.of(list), "x", TextForm.ACCENTED, HOUR, WavePlan.at(at));

        assertThat(wave(campaign).status()).isEqualTo(WaveStatus.SCHEDULED);
        awaitWave(campaign, WaveStatus.RUNNING);
        Wave wave = wave(campaign);
        assertThat(wave.startedAt()).isAfterOrEqualTo(at.minusMillis(1));
        assertThat(Duration.between(wave.at(), wave.expiresAt())).isEqualTo(HOUR);
    }

    @Test
    void aRecurringWaveMakesAWaveOfItsOwnEachTime() {
        start();
        long list = SchedulerApplication.list(database.jdbc(), "một", 3);

        long campaign =
                application.approved(List.of(list), "x", TextForm.ACCENTED, HOUR, new WavePlan(null, "0/2 * * * * ?"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> application.bean(Waves.class).ofCampaign(campaign).stream()
                                .filter(wave -> wave.cron() == null && wave.status() == WaveStatus.RUNNING)
                                .count()
                        >= 2);
        assertThat(wave(campaign).status()).isEqualTo(WaveStatus.SCHEDULED);
        application.bean(CampaignDesk.class).cancel(campaign, "quantri");
    }

    @Test
    void aPausedCampaignsWaveWaitsForItsResumption() {
        start();
        long list = SchedulerApplication.list(database.jdbc(), "một", 3);
        long campaign = application.approved(
                List.of(list),
                "x",
                TextForm.ACCENTED,
                HOUR,
                WavePlan.at(Instant.now().plusSeconds(2)));
        application.bean(CampaignDesk.class).pause(campaign, "quantri");

        await().atMost(Duration.ofSeconds(20)).until(() -> triggers() == 0);
        assertThat(wave(campaign).status()).isEqualTo(WaveStatus.SCHEDULED);

        application.bean(CampaignDesk.class).resume(campaign, "quantri");
        awaitWave(campaign, WaveStatus.RUNNING);
    }

    @Test
    void cancellationDropsTheTriggerAndEveryMessageNotYetClaimed() {
        start();
        long list = SchedulerApplication.list(database.jdbc(), "một", 10);
        long campaign = application.approved(
                List.of(list),
                "x",
                TextForm.ACCENTED,
                HOUR,
                WavePlan.now(),
                WavePlan.at(Instant.now().plus(HOUR)));
        awaitWave(campaign, WaveStatus.RUNNING);

        application.bean(CampaignDesk.class).cancel(campaign, "quantri");

        assertThat(triggers()).isZero();
        assertThat(application.bean(TallyReader.class).ofCampaign(campaign).cancelled())
                .isEqualTo(10);
    }

    @Test
    void aWaveWhoseValidityWasOverWhenTheServerCameBackIsMissed() {
        start();
        long list = SchedulerApplication.list(database.jdbc(), "một", 3);
        long campaign = application.approved(
                List.of(list),
                "x",
                TextForm.ACCENTED,
                Duration.ofMinutes(1),
                WavePlan.at(Instant.now().plus(HOUR)));
        application.close();
        // Down for the hour and two minutes more: the same as if its time had been two minutes ago.
        database.jdbc()
                .sql("UPDATE wave SET at = ? WHERE campaign_id = ?")
                .params(vn.canhbao.core.db.Utc.column(Instant.now().minusSeconds(120)), campaign)
                .update();
        database.jdbc()
                .sql("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = ?, START_TIME = ?")
                .params(System.currentTimeMillis() - 120_000, System.currentTimeMillis() - 120_000)
                .update();

        start();

        awaitWave(campaign, WaveStatus.MISSED);
        await().until(() -> application.bean(Campaigns.class).get(campaign).status() == CampaignStatus.FINISHED);
    }

    @Test
    void aPreparationCutInTheMiddleGoesOnAfterARestartWithNobodyTwiceAndNobodyMissed() {
        CutAtThirdBlock.blocks.set(0);
        application = SchedulerApplication.start(database, directory, CutAtThirdBlock.class);
        long list = SchedulerApplication.list(database.jdbc(), "một", 5_000);
        long campaign =
                application.approved(List.of(list), "Chào {{full_name}}", TextForm.ACCENTED, HOUR, WavePlan.now());
        await().atMost(Duration.ofSeconds(20)).until(() -> CutAtThirdBlock.blocks.get() >= 3);
        application.close();
        assertThat(wave(campaign).status()).isEqualTo(WaveStatus.PREPARING);
        assertThat(count("SELECT COUNT(*) FROM message")).isEqualTo(2_000);

        start();

        awaitWave(campaign, WaveStatus.RUNNING);
        assertThat(count("SELECT COUNT(*) FROM message")).isEqualTo(5_000);
        assertThat(count("SELECT COUNT(DISTINCT msisdn) FROM message")).isEqualTo(5_000);
    }

    /** The database gives up while the third block is written. */
    // No @Configuration: the other tests of this module scan these packages.
    static class CutAtThirdBlock {

        static final AtomicInteger blocks = new AtomicInteger();

        @Bean
        @Primary
        PreparedMessages cut(JdbcTemplate jdbc) {
            return new PreparedMessages(jdbc) {
                @Override
                public void add(List<PreparedMessage> messages) {
                    super.add(messages);
                    if (blocks.incrementAndGet() >= 3) {
                        throw new IllegalStateException("the power is gone");
                    }
                }
            };
        }
    }

    private void start() {
        application = SchedulerApplication.start(database, directory);
    }

    private long triggers() {
        return count("SELECT COUNT(*) FROM QRTZ_TRIGGERS WHERE TRIGGER_GROUP = 'waves'");
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private Wave wave(long campaign) {
        return new Waves(database.jdbc(), java.time.Clock.systemUTC())
                .ofCampaign(campaign)
                .getFirst();
    }

    private void awaitWave(long campaign, WaveStatus status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> wave(campaign).status() == status);
    }
}
