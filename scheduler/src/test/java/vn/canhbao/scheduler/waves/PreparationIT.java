package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.canhbao.core.campaign.CampaignDesk;
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
import vn.canhbao.scheduler.prepare.Exclusion;

/** The prepare job over several ranges of ids: stopped, cut off, gone on with. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PreparationIT {

    private static final int PEOPLE = 6_000;
    private static final List<String> THREE_WORKERS = List.of("canhbao.prepare.workers=3");

    final TestDatabase.Opened database;
    SchedulerApplication application;

    @TempDir
    Path directory;

    PreparationIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void nothingIsHeld() {
        Held.reset();
    }

    @AfterEach
    void close() {
        Held.release.countDown();
        if (application != null) {
            application.close();
        }
        database.close();
    }

    @Test
    void anAudienceScatteredOverTheIdsIsPreparedOnceEach() {
        start();
        SchedulerApplication.list(database.jdbc(), "tất cả", 20_000);
        long scattered = scattered("WHERE MOD(id, 7) = 0 OR id > 18500");
        long few = scattered("WHERE MOD(id, 14) = 0");

        long campaign = application.approved(
                List.of(scattered, few), "x", TextForm.ACCENTED, Duration.ofHours(1), WavePlan.now());

        awaitWave(campaign, WaveStatus.RUNNING);
        assertThat(count("SELECT COUNT(*) FROM message")).isEqualTo(members(scattered));
        assertThat(missed(scattered)).isZero();
    }

    @Test
    void aPauseStopsItAfterTheChunksInHandAndTheResumptionGoesOn() throws Exception {
        start(Held.class);
        long list = SchedulerApplication.list(database.jdbc(), "một", PEOPLE);
        long campaign = approved(list);
        Held.reached.await();

        application.bean(CampaignDesk.class).pause(campaign, "quantri");
        Held.release.countDown();

        await().until(() -> batchIs("STOPPED") || batchIs("FAILED"));
        assertThat(wave(campaign).status()).isEqualTo(WaveStatus.PAUSED);
        assertThat(count("SELECT COUNT(*) FROM message")).isLessThan(PEOPLE);

        application.bean(CampaignDesk.class).resume(campaign, "quantri");

        awaitWave(campaign, WaveStatus.RUNNING);
        assertEverybodyOnce(list);
    }

    @Test
    void aPauseTakenBackWhileItStillStopsDoesNotLeaveTheWaveHalfPrepared() throws Exception {
        start(Held.class);
        long list = SchedulerApplication.list(database.jdbc(), "một", PEOPLE);
        long campaign = approved(list);
        Held.reached.await();

        application.bean(CampaignDesk.class).pause(campaign, "quantri");
        application.bean(CampaignDesk.class).resume(campaign, "quantri");
        Held.release.countDown();

        awaitWave(campaign, WaveStatus.RUNNING);
        assertEverybodyOnce(list);
    }

    @Test
    void aCancelledWaveKeepsNoMessageToSend() throws Exception {
        start(Held.class);
        long list = SchedulerApplication.list(database.jdbc(), "một", PEOPLE);
        long campaign = approved(list);
        Held.reached.await();

        application.bean(CampaignDesk.class).cancel(campaign, "quantri");
        Held.release.countDown();

        await().until(() -> batchIs("STOPPED") || batchIs("FAILED"));
        await().until(() -> count("SELECT COUNT(*) FROM message WHERE status = 'READY'") == 0);
        assertThat(count("SELECT COUNT(*) FROM message WHERE status = 'CANCELLED'"))
                .isBetween(1L, PEOPLE - 1L);
    }

    @Test
    void peopleAddedWhileItWasCutOffShiftNobodyOutOfItsRange() {
        Held.failFrom.set(3);
        start(Held.class);
        long list = SchedulerApplication.list(database.jdbc(), "một", PEOPLE);
        long campaign = approved(list);
        await().until(() -> Held.failed.get());
        application.close();
        assertThat(count("SELECT COUNT(*) FROM message")).isBetween(1L, PEOPLE - 1L);
        SchedulerApplication.list(database.jdbc(), "thêm", 3 * PEOPLE);
        Held.failFrom.set(Integer.MAX_VALUE);

        start();

        awaitWave(campaign, WaveStatus.RUNNING);
        assertEverybodyOnce(list);
    }

    @Test
    void whatIsPreparedTwiceIsWrittenOnce() {
        start();
        long list = SchedulerApplication.list(database.jdbc(), "một", PEOPLE);
        long campaign = approved(list);
        awaitWave(campaign, WaveStatus.RUNNING);
        // As after the loss of the job's tables: everything is read and written again.
        for (String table : List.of(
                "STEP_EXECUTION_CONTEXT",
                "STEP_EXECUTION",
                "JOB_EXECUTION_CONTEXT",
                "JOB_EXECUTION_PARAMS",
                "JOB_EXECUTION",
                "JOB_INSTANCE")) {
            database.jdbc().sql("DELETE FROM BATCH_" + table).update();
        }
        database.jdbc()
                .sql("UPDATE wave SET status = 'PREPARING', prepared_at = NULL")
                .update();
        application.close();

        start();

        awaitWave(campaign, WaveStatus.RUNNING);
        assertEverybodyOnce(list);
    }

    @Test
    void everyExclusionIsAskedAndTheFirstReasonStands() {
        start(Never.class);
        long list = SchedulerApplication.list(database.jdbc(), "một", 100);
        database.jdbc()
                .sql(
                        "INSERT INTO suppression (msisdn, reason, created_by, created_at) VALUES ('84960000000', 'REFUSED', 'a', NOW())")
                .update();

        long campaign = approved(list);

        awaitWave(campaign, WaveStatus.RUNNING);
        assertThat(detail("84960000000")).isEqualTo("suppressed: REFUSED");
        assertThat(detail("84910000001")).isEqualTo("never on this network");
        Tallies tallies = application.bean(TallyReader.class).ofCampaign(campaign);
        assertThat(tallies.planned()).isEqualTo(100);
        assertThat(tallies.suppressed()).isEqualTo(34);
        assertThat(tallies.pending()).isEqualTo(66);
    }

    @Test
    void whoseTextCannotBeSentHasAFailedMessageThatSaysWhy() {
        start();
        long list = SchedulerApplication.list(database.jdbc(), "một", 10);
        database.jdbc()
                .sql("INSERT INTO unit (name, kind, created_at) VALUES ('Xã A', 'COMMUNE', NOW())")
                .update();
        database.jdbc()
                .sql("UPDATE recipient SET unit_id = (SELECT MAX(id) FROM unit) WHERE msisdn <> '84910000001'")
                .update();

        long campaign = application.approved(
                List.of(list), "Gửi {{unit}}", TextForm.ACCENTED, Duration.ofHours(1), WavePlan.now());

        awaitWave(campaign, WaveStatus.RUNNING);
        Tallies tallies = application.bean(TallyReader.class).ofCampaign(campaign);
        assertThat(tallies.planned()).isEqualTo(10);
        assertThat(tallies.failed()).isEqualTo(1);
        assertThat(detail("84910000001")).contains("unit", "no value of the recipient");
    }

    /** The second block of a wave waits until it is released; from a block on, the database gives up. */
    static class Held {

        static CountDownLatch reached;
        static CountDownLatch release;
        static final AtomicInteger blocks = new AtomicInteger();
        static final AtomicInteger failFrom = new AtomicInteger();
        static final AtomicBoolean failed = new AtomicBoolean();

        static void reset() {
            reached = new CountDownLatch(1);
            release = new CountDownLatch(1);
            blocks.set(0);
            failFrom.set(Integer.MAX_VALUE);
            failed.set(false);
        }

        @Bean
        @Primary
        PreparedMessages held(JdbcTemplate jdbc) {
            return new PreparedMessages(jdbc) {
                @Override
                public void add(List<PreparedMessage> messages) {
                    super.add(messages);
                    int block = blocks.incrementAndGet();
                    if (block >= failFrom.get()) {
                        failed.set(true);
                        throw new IllegalStateException("the power is gone");
                    }
                    if (block == 2 && failFrom.get() == Integer.MAX_VALUE) {
                        reached.countDown();
                        awaitRelease();
                    }
                }
            };
        }

        private static void awaitRelease() {
            try {
                release.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Excludes the numbers of a network. */
    static class Never {

        @Bean
        Exclusion neverOnThisNetwork() {
            return (campaign, wave, members) -> {
                Map<String, String> excluded = new HashMap<>();
                members.stream()
                        .filter(member -> member.msisdn().startsWith("8491")
                                || member.msisdn().endsWith("960000000"))
                        .forEach(member -> excluded.put(member.msisdn(), "never on this network"));
                return excluded;
            };
        }
    }

    private void start(Class<?>... more) {
        application = SchedulerApplication.start(database, directory, null, THREE_WORKERS, more);
    }

    private long approved(long list) {
        return application.approved(
                List.of(list), "Chào {{full_name}}", TextForm.ACCENTED, Duration.ofHours(1), WavePlan.now());
    }

    private long scattered(String where) {
        database.jdbc()
                .sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES (?, 'a', NOW())")
                .param(where)
                .update();
        long list = count("SELECT MAX(id) FROM recipient_list");
        database.jdbc()
                .sql("INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient " + where)
                .param(list)
                .update();
        return list;
    }

    private void assertEverybodyOnce(long list) {
        assertThat(count("SELECT COUNT(*) FROM message")).isEqualTo(members(list));
        assertThat(missed(list)).isZero();
        assertThat(count("SELECT COUNT(DISTINCT msisdn) FROM message")).isEqualTo(members(list));
    }

    private long members(long list) {
        return count("SELECT COUNT(*) FROM recipient_list_member WHERE list_id = " + list);
    }

    private long missed(long list) {
        return count("SELECT COUNT(*) FROM recipient_list_member l WHERE l.list_id = " + list
                + " AND NOT EXISTS (SELECT 1 FROM recipient r JOIN message m ON m.msisdn = r.msisdn"
                + " WHERE r.id = l.recipient_id)");
    }

    private boolean batchIs(String status) {
        return count("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE STATUS = '" + status + "'") > 0;
    }

    private String detail(String msisdn) {
        return database.jdbc()
                .sql("SELECT detail FROM message WHERE msisdn = ?")
                .param(msisdn)
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private Wave wave(long campaign) {
        return application.bean(Waves.class).ofCampaign(campaign).getFirst();
    }

    private void awaitWave(long campaign, WaveStatus status) {
        await().atMost(Duration.ofSeconds(60)).until(() -> wave(campaign).status() == status);
    }
}
