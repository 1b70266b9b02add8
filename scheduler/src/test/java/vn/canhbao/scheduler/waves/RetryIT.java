package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.RetryDesk;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.campaign.Waves;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.fault.Fault;
import vn.canhbao.core.fault.FaultCount;
import vn.canhbao.core.fault.Faults;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.NotAllowed;

/** Sending again what failed: exactly the people of the chosen reasons, each once, and nobody who may have got it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetryIT {

    private static final Fault OFF = new Fault(MessageStatus.FAILED, null, "UNDELIVERABLE", "006");
    private static final Fault NO_SUCH_NUMBER = new Fault(MessageStatus.FAILED, 11, null, null);

    final TestDatabase.Opened database;
    SchedulerApplication application;
    RetryDesk desk;
    long campaign;

    @TempDir
    Path directory;

    RetryIT(TestDatabase kind) {
        database = kind.open();
    }

    @BeforeEach
    void aFinishedCampaignThatDidNotReachThreeOfTen() {
        application = SchedulerApplication.start(database, directory, null, List.of());
        desk = application.bean(RetryDesk.class);
        campaign = sent(SchedulerApplication.list(database.jdbc(), "mọi người", 10));
        set("DELIVERED", "1 = 1");
        for (long number : List.of(1, 2)) {
            failed(number, 0, "UNDELIVERABLE", "006");
        }
        failed(3, 11, null, null);
        await().until(() -> status() == CampaignStatus.FINISHED);
    }

    @AfterEach
    void close() {
        application.close();
        database.close();
    }

    @Test
    void reasonsAreCountedAndTheChosenPeopleGetAWaveOfTheirOwn() {
        assertThat(application.bean(Faults.class).counts(campaign))
                .containsExactly(new FaultCount(OFF, 2), new FaultCount(NO_SUCH_NUMBER, 1));

        Wave wave = desk.order(campaign, Set.of(OFF), null, 2, "soanthao");

        await().until(() -> application.bean(Waves.class).get(wave.id()).status() == WaveStatus.RUNNING);
        assertThat(recipients(wave.id())).isEqualTo(recipientsOf(1, 2));
        assertThat(status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void whoIsBeingSentToAgainIsNotChosenTwice() {
        desk.order(campaign, Set.of(OFF), null, 2, "soanthao");

        assertThat(desk.people(campaign, Set.of(OFF), null)).isZero();
        assertThatThrownBy(() -> desk.order(campaign, Set.of(OFF), null, 2, "soanthao"))
                .isInstanceOf(ConflictingState.class);
    }

    @Test
    void whoFailedAgainMayBeChosenAgainByTheLatestReason() {
        Wave wave = desk.order(campaign, Set.of(OFF), null, 2, "soanthao");
        await().until(() -> application.bean(Waves.class).get(wave.id()).status() == WaveStatus.RUNNING);
        database.jdbc()
                .sql(
                        "UPDATE message SET status = CASE WHEN recipient_id = ? THEN 'DELIVERED' ELSE 'EXPIRED' END WHERE wave_id = ?")
                .params(recipientsOf(1).getFirst(), wave.id())
                .update();

        assertThat(application.bean(Faults.class).counts(campaign))
                .containsExactlyInAnyOrder(
                        new FaultCount(new Fault(MessageStatus.EXPIRED, null, null, null), 1),
                        new FaultCount(NO_SUCH_NUMBER, 1));
    }

    @Test
    void anotherNumberOfPeopleThanWasAgreedToSendsNothing() {
        assertThatThrownBy(() -> desk.order(campaign, Set.of(OFF), null, 3, "soanthao"))
                .isInstanceOf(ConflictingState.class)
                .hasMessageContaining("2 người");
        assertThat(application.bean(Waves.class).ofCampaign(campaign)).hasSize(1);
        assertThat(status()).isEqualTo(CampaignStatus.FINISHED);
    }

    @Test
    void whatWasRefusedForGoodNeedsAnotherPersonThanTheAuthor() {
        assertThatThrownBy(() -> desk.order(campaign, Set.of(NO_SUCH_NUMBER), null, 1, "soanthao"))
                .isInstanceOf(NotAllowed.class);

        assertThat(desk.order(campaign, Set.of(NO_SUCH_NUMBER), null, 1, "pheduyet")
                        .position())
                .isEqualTo(2);
    }

    private CampaignStatus status() {
        return application.bean(Campaigns.class).get(campaign).status();
    }

    private List<Long> recipients(long wave) {
        return database.jdbc()
                .sql("SELECT recipient_id FROM message WHERE wave_id = ? ORDER BY recipient_id")
                .param(wave)
                .query(Long.class)
                .list();
    }

    /** By their place in the list, from 0. */
    private List<Long> recipientsOf(int... places) {
        List<Long> all = database.jdbc()
                .sql("SELECT id FROM recipient ORDER BY id")
                .query(Long.class)
                .list();
        return Arrays.stream(places).mapToObj(all::get).toList();
    }

    private void set(String status, String where) {
        database.jdbc()
                .sql("UPDATE message SET status = ?, submitted_at = CURRENT_TIMESTAMP WHERE campaign_id = ? AND "
                        + where)
                .params(status, campaign)
                .update();
    }

    private void failed(long place, int commandStatus, String state, String error) {
        long recipient = recipientsOf((int) place).getFirst();
        set("FAILED", "recipient_id = " + recipient);
        database.jdbc()
                .sql("""
                        INSERT INTO message_segment (message_id, segment_no, link, command_status, submitted_at, receipt_state,
                            receipt_error)
                        SELECT id, 1, 'viettel', ?, CURRENT_TIMESTAMP, ?, ? FROM message WHERE campaign_id = ? AND recipient_id = ?
                        """)
                .params(commandStatus, state, error, campaign, recipient)
                .update();
    }

    private long sent(long list) {
        CampaignDesk drafts = application.bean(CampaignDesk.class);
        long id = drafts.draft(
                        new CampaignDraft(
                                "thử",
                                MessageClass.CANH_BAO,
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
        drafts.submit(id, "soanthao");
        drafts.approve(id, "pheduyet");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        application.bean(Waves.class).ofCampaign(id).getFirst().status() == WaveStatus.RUNNING);
        return id;
    }
}
