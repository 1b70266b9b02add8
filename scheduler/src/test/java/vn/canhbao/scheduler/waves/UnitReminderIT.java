package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignStatus;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.campaign.Reminder;
import vn.canhbao.core.campaign.ReminderDesk;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.confirmation.UnitTallies;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.problem.ConflictingState;

/** A head reminds those of the unit who have not answered. The links' part is played by the test. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UnitReminderIT {

    private static final String TEXT = "Khong cung cap ma OTP. Nhan DA NHAN de xac nhan.";
    private static final long OFFICE = 1;
    private static final long TEAM = 2;

    final TestDatabase.Opened database;
    final JdbcClient jdbc;
    // In the past: Quartz goes by the machine's clock.
    final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T03:00:00Z"));
    SchedulerApplication application;
    ReminderDesk desk;
    long campaign;

    @TempDir
    Path directory;

    UnitReminderIT(TestDatabase kind) {
        database = kind.open();
        jdbc = database.jdbc();
    }

    @BeforeEach
    void sentToSix() {
        application = SchedulerApplication.start(database, directory, clock, List.of());
        desk = application.bean(ReminderDesk.class);
        long list = SchedulerApplication.list(jdbc, "cán bộ", 6);
        unit(OFFICE, null, 2);
        unit(TEAM, OFFICE, 2);
        campaign = application.approved(List.of(list), TEXT, TextForm.ACCENTED, Duration.ofHours(24), WavePlan.now());
        await().until(() -> prepared(1) == 6);
    }

    @AfterEach
    void close() {
        application.close();
        database.close();
    }

    @Test
    void onlyThoseOfTheUnitAndBelowAreRemindedWhoHaveNotAnswered() {
        delivered(1);
        acknowledges(person(OFFICE, 0));
        await().until(() -> status() == CampaignStatus.FINISHED);
        clock.advance(Duration.ofMinutes(31));

        Reminder reminder = desk.remind(campaign, OFFICE, "truongphong");

        assertThat(reminder.people()).isEqualTo(3);
        await().until(() -> prepared(2) == 3);
        assertThat(texts(2)).containsOnly("Nhac lai: " + TEXT);
        assertThat(numbers(2)).containsExactlyInAnyOrder(person(OFFICE, 1), person(TEAM, 0), person(TEAM, 1));
        assertThat(status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(audited()).isEqualTo("unit 1, wave " + reminder.waveId() + ", 3 people");

        delivered(2);
        await().until(() -> status() == CampaignStatus.FINISHED);
        await().until(() -> application
                .bean(UnitTallies.class)
                .ofCampaign(campaign, List.of(OFFICE, TEAM))
                .isPresent());
    }

    @Test
    void nobodyIsRemindedBeforeTheTimeToAnswerIsOverOrTwiceInIt() {
        assertThat(desk.whyNot(campaign, TEAM))
                .hasValueSatisfying(why -> assertThat(why).contains("chưa gửi xong"));
        delivered(1);
        assertThat(desk.whyNot(campaign, TEAM))
                .hasValueSatisfying(why -> assertThat(why).contains("10:30 05/01/2026"));

        clock.advance(Duration.ofMinutes(31));
        assertThat(desk.whyNot(campaign, TEAM)).isEmpty();
        desk.remind(campaign, TEAM, "doitruong");

        // The office's head would remind the team a second time.
        assertThatThrownBy(() -> desk.remind(campaign, OFFICE, "truongphong")).isInstanceOf(ConflictingState.class);
        assertThatThrownBy(() -> desk.remind(campaign, TEAM, "doitruong")).isInstanceOf(ConflictingState.class);
        await().until(() -> prepared(2) == 2);
        delivered(2);
        clock.advance(Duration.ofMinutes(31));
        assertThat(desk.remind(campaign, OFFICE, "truongphong").people()).isEqualTo(4);
    }

    @Test
    void noReminderWhereEverybodyAnsweredOrTheCampaignIsStopped() {
        delivered(1);
        clock.advance(Duration.ofMinutes(31));
        acknowledges(person(TEAM, 0));
        acknowledges(person(TEAM, 1));

        assertThatThrownBy(() -> desk.remind(campaign, TEAM, "doitruong"))
                .isInstanceOf(ConflictingState.class)
                .hasMessageContaining("đã xác nhận");
        await().until(() -> status() == CampaignStatus.FINISHED);
        assertThat(status()).as("nothing came of it").isEqualTo(CampaignStatus.FINISHED);

        clock.advance(Duration.ofDays(8));
        assertThat(desk.whyNot(campaign, OFFICE))
                .hasValueSatisfying(why -> assertThat(why).contains("7 ngày"));
    }

    @Test
    void pauseAndCancelHoldAReminderLikeEveryWave() {
        delivered(1);
        clock.advance(Duration.ofMinutes(31));
        desk.remind(campaign, TEAM, "doitruong");
        await().until(() -> prepared(2) == 2);
        CampaignDesk campaigns = application.bean(CampaignDesk.class);

        campaigns.pause(campaign, "soanthao");
        assertThat(desk.whyNot(campaign, OFFICE))
                .hasValueSatisfying(why -> assertThat(why).contains("tạm dừng"));
        campaigns.cancel(campaign, "soanthao");

        assertThat(jdbc.sql("SELECT DISTINCT m.status FROM message m JOIN wave w ON w.id = m.wave_id WHERE w.reminder")
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED");
        assertThat(desk.whyNot(campaign, OFFICE)).isPresent();
    }

    private CampaignStatus status() {
        return application.bean(Campaigns.class).get(campaign).status();
    }

    private void unit(long id, Long parent, int people) {
        jdbc.sql("INSERT INTO unit (id, name, kind, parent_id, created_at) VALUES (?, ?, 'OFFICE', ?, ?)")
                .params(id, "Đơn vị " + id, parent, Utc.column(clock.instant()))
                .update();
        jdbc.sql("UPDATE recipient SET unit_id = ? WHERE unit_id IS NULL ORDER BY id LIMIT " + people)
                .param(id)
                .update();
    }

    private long prepared(int position) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM message m JOIN wave w ON w.id = m.wave_id
                        WHERE w.campaign_id = ? AND w.position = ? AND w.prepared_at IS NOT NULL
                        """).params(campaign, position).query(Long.class).single();
    }

    private List<String> texts(int position) {
        return column("text", position);
    }

    private List<String> numbers(int position) {
        return column("msisdn", position);
    }

    private List<String> column(String column, int position) {
        return jdbc.sql("SELECT m." + column
                        + " FROM message m JOIN wave w ON w.id = m.wave_id WHERE w.campaign_id = ? AND w.position = ?")
                .params(campaign, position)
                .query(String.class)
                .list();
    }

    private void delivered(int position) {
        jdbc.sql("""
                        UPDATE message SET status = 'DELIVERED', submitted_at = ?, final_at = ?
                        WHERE wave_id = (SELECT id FROM wave WHERE campaign_id = ? AND position = ?)
                        """)
                .params(Utc.column(clock.instant()), Utc.column(clock.instant()), campaign, position)
                .update();
    }

    private void acknowledges(String msisdn) {
        jdbc.sql("""
                        INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text)
                        SELECT MIN(id), campaign_id, 1, msisdn, MIN(submitted_at), 'DA NHAN'
                        FROM message WHERE campaign_id = ? AND msisdn = ? GROUP BY campaign_id, msisdn
                        """).params(campaign, msisdn).update();
    }

    private String person(long unit, int index) {
        return jdbc.sql("SELECT msisdn FROM recipient WHERE unit_id = ? ORDER BY id LIMIT 1 OFFSET " + index)
                .param(unit)
                .query(String.class)
                .single();
    }

    private String audited() {
        return jdbc.sql("SELECT detail FROM audit_trail WHERE action = 'UNIT_REMINDED'")
                .query(String.class)
                .single();
    }
}
