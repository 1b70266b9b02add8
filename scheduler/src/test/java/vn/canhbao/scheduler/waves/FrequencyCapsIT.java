package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.LimitOverride;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.message.TallyReader;

/** Caps over all campaigns, as they bind where phones are reached. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FrequencyCapsIT {

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(Instant.parse("2025-09-03T03:00:00Z"));
    SchedulerApplication application;
    long list;

    @TempDir
    Path directory;

    FrequencyCapsIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void start() {
        application = SchedulerApplication.start(database, directory, clock, List.of("canhbao.caps.enforced=true"));
        list = SchedulerApplication.list(database.jdbc(), "mọi người", 10);
    }

    @AfterEach
    void close() {
        application.close();
        database.close();
    }

    @Test
    void theFourthMessageInADayIsSuppressedWithTheCapAsReason() {
        for (int i = 0; i < 3; i++) {
            assertThat(sent(MessageClass.CANH_BAO, LimitOverride.NONE).pending())
                    .isEqualTo(10);
        }

        Tallies fourth = sent(MessageClass.CANH_BAO, LimitOverride.NONE);

        assertThat(fourth.planned()).isEqualTo(10);
        assertThat(fourth.suppressed()).isEqualTo(10);
        assertThat(database.jdbc()
                        .sql("SELECT DISTINCT detail FROM message WHERE status = 'SUPPRESSED'")
                        .query(String.class)
                        .single())
                .isEqualTo("frequency cap: 3 messages in PT24H, at most 3");

        clock.advance(Duration.ofHours(25));
        assertThat(sent(MessageClass.CANH_BAO, LimitOverride.NONE).pending()).isEqualTo(10);
    }

    @Test
    void awarenessComesOnceADayWhateverElseDid() {
        sent(MessageClass.CANH_BAO, LimitOverride.NONE);
        assertThat(sent(MessageClass.TUYEN_TRUYEN, LimitOverride.NONE).pending())
                .isEqualTo(10);

        assertThat(sent(MessageClass.TUYEN_TRUYEN, LimitOverride.NONE).suppressed())
                .isEqualTo(10);

        // Another day in Viet Nam, though not 24 hours later.
        clock.set(Instant.parse("2025-09-03T17:00:01Z"));
        assertThat(sent(MessageClass.TUYEN_TRUYEN, LimitOverride.NONE).pending())
                .isEqualTo(10);
    }

    @Test
    void whatFailedWasNotReceivedAndDoesNotCount() {
        for (int i = 0; i < 3; i++) {
            sent(MessageClass.CANH_BAO, LimitOverride.NONE);
        }
        database.jdbc()
                .sql("UPDATE message SET status = 'FAILED' WHERE msisdn = '84960000000'")
                .update();

        Tallies fourth = sent(MessageClass.CANH_BAO, LimitOverride.NONE);

        assertThat(fourth.pending()).isEqualTo(1);
        assertThat(fourth.suppressed()).isEqualTo(9);
    }

    @Test
    void anOverriddenCapIsNotAsked() {
        for (int i = 0; i < 3; i++) {
            sent(MessageClass.CANH_BAO, LimitOverride.NONE);
        }

        assertThat(sent(MessageClass.CANH_BAO, new LimitOverride(false, true, "Vụ việc đang diễn ra"))
                        .pending())
                .isEqualTo(10);
    }

    private Tallies sent(MessageClass messageClass, LimitOverride override) {
        CampaignDesk desk = application.bean(CampaignDesk.class);
        long id = desk.draft(
                        new CampaignDraft(
                                "thử",
                                messageClass,
                                "x",
                                null,
                                TextForm.ACCENTED,
                                "CV 1",
                                "CANHBAO",
                                new Audience(List.of(list), List.of()),
                                List.of(WavePlan.now()),
                                Duration.ofHours(24),
                                UnansweredPolicy.KEEP),
                        "soanthao")
                .id();
        desk.submit(id, "soanthao");
        desk.approve(id, "pheduyet", override);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> List.of(WaveStatus.RUNNING, WaveStatus.FINISHED)
                        .contains(application
                                .bean(Waves.class)
                                .ofCampaign(id)
                                .getFirst()
                                .status()));
        return application.bean(TallyReader.class).ofCampaign(id);
    }
}
