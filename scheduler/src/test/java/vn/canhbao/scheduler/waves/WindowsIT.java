package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.calendar.DayKind;
import vn.canhbao.core.calendar.HolidayDesk;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.LimitOverride;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.message.Carries;
import vn.canhbao.core.message.ClaimedMessage;
import vn.canhbao.core.message.MessageQueue;
import vn.canhbao.core.problem.InvalidInput;

/** Windows, missed firings and waves that follow each other, with a clock that the test sets; window 07:00 to 22:00. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WindowsIT {

    static final Duration DAY = Duration.ofHours(24);
    static final Instant MORNING = Instant.parse("2025-09-03T00:00:00Z");
    static final Instant DAYTIME = Instant.parse("2025-09-03T03:00:00Z");
    static final Instant NIGHT = Instant.parse("2025-09-03T15:00:00Z");
    static final Instant NEXT_MORNING = MORNING.plus(DAY);

    final TestDatabase.Opened database;
    final SettableClock clock = new SettableClock(DAYTIME);
    SchedulerApplication application;

    @TempDir
    Path directory;

    WindowsIT(TestDatabase kind) {
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
    void aRunningWaveWaitsAtTheEndOfItsWindowAndGoesOnByItself() {
        start();
        long wave = running(campaign(DAY, LimitOverride.NONE, WavePlan.now()));
        MessageQueue queue = application.bean(MessageQueue.class);
        List<ClaimedMessage> claimed =
                queue.claim("n", "viettel", Carries.BOTH, List.of("VIETTEL"), wave, 2, clock.instant());

        clock.set(NIGHT);

        awaitStatus(wave, WaveStatus.WAITING);
        assertThat(queue.runningWaves()).isEmpty();
        assertThat(wave(wave).reason()).contains("07:00-22:00");
        database.jdbc()
                .sql("UPDATE message SET status = 'DELIVERED' WHERE id IN (:ids)")
                .param("ids", claimed.stream().map(ClaimedMessage::id).toList())
                .update();

        clock.set(NEXT_MORNING);

        awaitStatus(wave, WaveStatus.RUNNING);
        assertThat(queue.claim(
                        "n",
                        "viettel",
                        Carries.BOTH,
                        List.of("VIETTEL", "VINAPHONE", "MOBIFONE"),
                        wave,
                        100,
                        clock.instant()))
                .hasSize(8)
                .extracting(ClaimedMessage::id)
                .doesNotContainAnyElementsOf(
                        claimed.stream().map(ClaimedMessage::id).toList());
        assertThat(audit()).contains("WAVE_WAITING", "WAVE_CONTINUED");
    }

    @Test
    void aWaveWhoseTimeComesAtNightBeginsInTheMorning() {
        clock.set(NIGHT);
        start();
        long campaign = campaign(DAY, LimitOverride.NONE, WavePlan.now());
        long wave = waves(campaign).getFirst().id();

        awaitStatus(wave, WaveStatus.WAITING);
        assertThat(messages()).isZero();

        clock.set(NEXT_MORNING);

        awaitStatus(wave, WaveStatus.RUNNING);
        assertThat(messages()).isEqualTo(10);
        assertThat(wave(wave).expiresAt()).isEqualTo(NIGHT.plus(DAY));
    }

    @Test
    void whatAPersonPausedIsNeverUndoneByTheWindow() {
        start();
        long campaign = campaign(DAY, LimitOverride.NONE, WavePlan.now());
        long wave = running(campaign);
        application.bean(CampaignDesk.class).pause(campaign, "quantri");
        long other = campaign(DAY, LimitOverride.NONE, WavePlan.now());
        long witness = running(other);

        clock.set(NIGHT);
        awaitStatus(witness, WaveStatus.WAITING);
        clock.set(NEXT_MORNING);
        awaitStatus(witness, WaveStatus.RUNNING);

        assertThat(wave(wave).status()).isEqualTo(WaveStatus.PAUSED);
    }

    @Test
    void whatIsResumedAtNightWaitsForTheMorning() {
        start();
        long campaign = campaign(DAY, LimitOverride.NONE, WavePlan.now());
        long wave = running(campaign);
        application.bean(CampaignDesk.class).pause(campaign, "quantri");
        clock.set(NIGHT);

        application.bean(CampaignDesk.class).resume(campaign, "quantri");

        assertThat(wave(wave).status()).isEqualTo(WaveStatus.WAITING);
        clock.set(NEXT_MORNING);
        awaitStatus(wave, WaveStatus.RUNNING);
    }

    @Test
    void aWaveThatWaitsPastItsValidityIsMissedWithTheReason() {
        clock.set(NIGHT);
        start();
        long wave = waves(campaign(DAY, LimitOverride.NONE, WavePlan.now()))
                .getFirst()
                .id();
        awaitStatus(wave, WaveStatus.WAITING);

        application.bean(HolidayDesk.class).put(LocalDate.of(2025, 9, 4), "Nghỉ đột xuất", DayKind.DAY_OFF, "quantri");

        awaitStatus(wave, WaveStatus.MISSED);
        assertThat(wave(wave).reason()).contains("07:00 05/09/2025", "reopens after the validity");
        assertThat(audit()).contains("WAVE_MISSED");
        assertThat(messages()).isZero();
    }

    @Test
    void anApprovalAtNightOfAShortValidityIsRefusedUnlessTheWindowIsOverridden() {
        clock.set(NIGHT);
        start();

        assertThatThrownBy(() -> campaign(Duration.ofHours(2), LimitOverride.NONE, WavePlan.now()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("override");

        running(campaign(Duration.ofHours(2), new LimitOverride(true, false, "Đang có vụ lừa đảo"), WavePlan.now()));
    }

    @Test
    void aWaveThatFollowsAnotherGetsItsTimeFromThatOnesStart() {
        start();
        long campaign = campaign(DAY, LimitOverride.NONE, WavePlan.now(), WavePlan.after(1, Duration.ofDays(2)));
        running(campaign);
        assertThat(waves(campaign).get(1).at()).isNull();

        database.jdbc().sql("UPDATE message SET status = 'DELIVERED'").update();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> waves(campaign).get(1).at() != null);
        assertThat(waves(campaign).get(1).at()).isEqualTo(DAYTIME.plus(Duration.ofDays(2)));
    }

    @Test
    void aLaterWaveGoesToTheRestOnly() {
        start();
        long campaign = campaign(
                DAY,
                LimitOverride.NONE,
                WavePlan.now().to(new Narrowing(null, null, null, List.of("VIETTEL"), null, null, null, null, null)),
                WavePlan.after(1, Duration.ZERO).to(Narrowing.toNotYetAddressed()));
        running(campaign);
        assertThat(messages()).isEqualTo(4);

        database.jdbc().sql("UPDATE message SET status = 'DELIVERED'").update();

        awaitStatus(waves(campaign).get(1).id(), WaveStatus.RUNNING);
        assertThat(messages()).isEqualTo(10);
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(DISTINCT msisdn) FROM message")
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void aFiringMakesOneWaveHoweverOftenItIsTold() {
        start();
        long campaign = campaign(DAY, LimitOverride.NONE, new WavePlan(null, "0 0 8 * * ?"));
        long recurring = waves(campaign).getFirst().id();
        WaveStart start = application.bean(WaveStart.class);

        start.fire(recurring);
        start.fire(recurring);

        assertThat(waves(campaign)).hasSize(2);
        Wave firing = waves(campaign).get(1);
        assertThat(firing.at()).isEqualTo(Instant.parse("2025-09-03T01:00:00Z"));
        assertThat(firing.firingOf()).isEqualTo(recurring);
        assertThat(firing.expiresAt()).isEqualTo(firing.at().plus(DAY));
    }

    @Test
    void aFiringWhoseValidityWasOverWhenTheServerCameBackIsMissed() {
        start();
        long campaign = campaign(Duration.ofHours(1), LimitOverride.NONE, new WavePlan(null, "0 0 8 * * ?"));

        application.bean(WaveStart.class).fire(waves(campaign).getFirst().id());

        assertThat(waves(campaign).get(1).status()).isEqualTo(WaveStatus.MISSED);
        assertThat(waves(campaign).get(1).reason()).contains("08:00 03/09/2025");
        assertThat(waves(campaign).getFirst().status()).isEqualTo(WaveStatus.SCHEDULED);
    }

    @Test
    void aRecurringWavesTriggerSkipsWhatTheCalendarClosesAndFollowsTheHolidayTable() {
        start();
        long campaign = campaign(DAY, LimitOverride.NONE, new WavePlan(null, "0 0 8 1 1 ?"));
        assertThat(nextFire(campaign)).isEqualTo(newYearsMorning(0));

        application
                .bean(HolidayDesk.class)
                .put(
                        LocalDate.ofInstant(newYearsMorning(0), java.time.ZoneOffset.UTC),
                        "Tết",
                        DayKind.DAY_OFF,
                        "quantri");

        assertThat(nextFire(campaign)).isEqualTo(newYearsMorning(1));
    }

    private Instant newYearsMorning(int later) {
        int year = LocalDate.now(vn.canhbao.core.ClockConfiguration.LOCAL).getYear() + 1 + later;
        return Instant.parse(year + "-01-01T01:00:00Z");
    }

    private Instant nextFire(long campaign) {
        return Instant.ofEpochMilli(database.jdbc()
                .sql("SELECT NEXT_FIRE_TIME FROM QRTZ_TRIGGERS WHERE TRIGGER_NAME = ?")
                .param("wave-" + waves(campaign).getFirst().id())
                .query(Long.class)
                .single());
    }

    private void start() {
        application = SchedulerApplication.start(
                database,
                directory,
                clock,
                List.of("canhbao.windows.enforced=true", "canhbao.windows.canh-bao.days-off=closed"));
    }

    private long campaign(Duration validity, LimitOverride override, WavePlan... plans) {
        CampaignDesk desk = application.bean(CampaignDesk.class);
        long list = SchedulerApplication.list(database.jdbc(), "ds " + System.nanoTime(), 10);
        long id = desk.draft(
                        new CampaignDraft(
                                "thử",
                                MessageClass.CANH_BAO,
                                "x",
                                null,
                                TextForm.ACCENTED,
                                "CV 1",
                                "CANHBAO",
                                new Audience(List.of(list), List.of()),
                                List.of(plans),
                                validity,
                                UnansweredPolicy.KEEP),
                        "soanthao")
                .id();
        desk.submit(id, "soanthao");
        desk.approve(id, "pheduyet", override);
        return id;
    }

    private long running(long campaign) {
        long wave = waves(campaign).getFirst().id();
        awaitStatus(wave, WaveStatus.RUNNING);
        return wave;
    }

    private void awaitStatus(long wave, WaveStatus status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> wave(wave).status() == status);
    }

    private Wave wave(long id) {
        return application.bean(Waves.class).get(id);
    }

    private List<Wave> waves(long campaign) {
        return application.bean(Waves.class).ofCampaign(campaign);
    }

    private long messages() {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM message")
                .query(Long.class)
                .single();
    }

    private List<String> audit() {
        return database.jdbc()
                .sql("SELECT action FROM audit_trail")
                .query(String.class)
                .list();
    }
}
