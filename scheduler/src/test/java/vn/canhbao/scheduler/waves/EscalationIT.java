package vn.canhbao.scheduler.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.CampaignDesk;
import vn.canhbao.core.campaign.CampaignDraft;
import vn.canhbao.core.campaign.Escalation;
import vn.canhbao.core.campaign.MessageClass;
import vn.canhbao.core.campaign.TextForm;
import vn.canhbao.core.campaign.UnansweredPolicy;
import vn.canhbao.core.campaign.WavePlan;
import vn.canhbao.core.confirmation.Confirmation;
import vn.canhbao.core.confirmation.ConfirmationCounts;
import vn.canhbao.core.confirmation.Confirmations;
import vn.canhbao.core.confirmation.UnitConfirmations;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;

/** Who doesn't answer is reminded, and at last their unit's head is told. The links' part is played by the test. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EscalationIT {

    private static final String TEXT = "Khong cung cap ma OTP. Nhan DA NHAN de xac nhan.";

    final TestDatabase.Opened database;
    final JdbcClient jdbc;
    SchedulerApplication application;

    @TempDir
    Path directory;

    EscalationIT(TestDatabase kind) {
        database = kind.open();
        jdbc = database.jdbc();
    }

    @AfterEach
    void close() {
        if (application != null) {
            application.close();
        }
        database.close();
    }

    @Test
    void onlyThoseAreRemindedWhoHaveNotAnsweredAndAtLastTheirHeadsAreTold() {
        application = SchedulerApplication.start(database, directory);
        long list = SchedulerApplication.list(jdbc, "cán bộ", 6);
        unit(1, "Phòng A", "84977000001", 3);
        unit(2, "Đội B", null, 3);
        jdbc.sql("UPDATE unit SET parent_id = 1 WHERE id = 2").update();
        long campaign = approved(list, new Escalation(Duration.ofMinutes(30), 2, true));
        await().until(() -> messages(campaign, 1), Predicate.isEqual(6L));
        sent(campaign, 1, "DELIVERED");
        fails(campaign, 1, 5);
        acknowledges(campaign, 0, 0);

        await().until(() -> messages(campaign, 2), Predicate.isEqual(5L));
        assertThat(texts(campaign, 2)).containsOnly("Nhac lai: " + TEXT);
        assertThat(told()).isEmpty();
        sent(campaign, 2, "DELIVERED");
        fails(campaign, 2, 5);
        acknowledges(campaign, 1, 3600);

        await().until(() -> messages(campaign, 3), Predicate.isEqual(4L));
        sent(campaign, 3, "DELIVERED");
        fails(campaign, 3, 5);

        await().until(() -> told().size(), Predicate.isEqual(1));
        assertThat(told().getFirst())
                .isEqualTo(
                        "84977000001: “Thử nhắc”: 4 trên 6 người của Phòng A chưa xác nhận sau 2 lần nhắc (1 người không gửi tới được)."
                                + " Đề nghị đôn đốc trực tiếp; danh sách có trên hệ thống.");
        Confirmations confirmations = application.bean(Confirmations.class);
        assertThat(confirmations.ofCampaign(campaign)).isEqualTo(new ConfirmationCounts(1, 1, 3, 1));
        assertThat(confirmations.byUnit(campaign))
                .extracting(UnitConfirmations::unit)
                .containsExactly("Đội B", "Phòng A");
        assertThat(confirmations.people(campaign, Confirmation.UNREACHABLE, List.of(2L), null, 10))
                .singleElement()
                .satisfies(person -> assertThat(person.unit()).isEqualTo("Đội B"));
        assertThat(confirmations.people(campaign, Confirmation.UNREACHABLE, List.of(1L), null, 10))
                .isEmpty();
        assertThat(confirmations.people(campaign, null, List.of(), null, 4)).hasSize(4);
    }

    @Test
    void nobodyIsRemindedWhileTheSendingIsNotOver() throws Exception {
        application = SchedulerApplication.start(database, directory);
        long list = SchedulerApplication.list(jdbc, "cán bộ", 2);
        long campaign = approved(list, new Escalation(Duration.ofMinutes(30), 1, false));
        await().until(() -> messages(campaign, 1), Predicate.isEqual(2L));
        jdbc.sql("UPDATE message SET status = 'SUBMITTED', submitted_at = ? WHERE msisdn = ?")
                .params(Utc.column(Instant.now()), number(0))
                .update();
        application.bean(WaveWatch.class).look();

        assertThat(reminderTime(campaign)).isFalse();
        sent(campaign, 1, "SUBMITTED");
        // Though no receipt has come: an answer is waited for from the sending.
        await().until(() -> reminderTime(campaign));
        await().until(() -> messages(campaign, 2), Predicate.isEqual(2L));
    }

    private boolean reminderTime(long campaign) {
        return jdbc.sql("SELECT COUNT(*) FROM wave WHERE campaign_id = ? AND reminder AND at IS NOT NULL")
                        .param(campaign)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void unit(long id, String name, String headMsisdn, int people) {
        jdbc.sql("INSERT INTO unit (id, name, kind, created_at, head_msisdn) VALUES (?, ?, 'OFFICE', NOW(), ?)")
                .params(id, name, headMsisdn)
                .update();
        jdbc.sql("UPDATE recipient SET unit_id = ? WHERE unit_id IS NULL ORDER BY id LIMIT " + people)
                .param(id)
                .update();
    }

    /** With seconds instead of the minutes that a person would give. */
    private long approved(long list, Escalation escalation) {
        CampaignDesk desk = application.bean(CampaignDesk.class);
        long id = desk.draft(
                        new CampaignDraft(
                                        "Thử nhắc",
                                        MessageClass.CANH_BAO,
                                        TEXT,
                                        null,
                                        TextForm.ACCENTED,
                                        "CV 1",
                                        "CANHBAO",
                                        new Audience(List.of(list), List.of()),
                                        List.of(WavePlan.now()),
                                        Duration.ofHours(24),
                                        UnansweredPolicy.KEEP)
                                .escalating(escalation),
                        "soanthao")
                .id();
        jdbc.sql("UPDATE wave SET delay_seconds = 1 WHERE campaign_id = ? AND reminder")
                .param(id)
                .update();
        jdbc.sql("UPDATE escalation SET after_seconds = 1 WHERE campaign_id = ?")
                .param(id)
                .update();
        desk.submit(id, "soanthao");
        desk.approve(id, "pheduyet");
        return id;
    }

    private long messages(long campaign, int position) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM message m JOIN wave w ON w.id = m.wave_id
                        WHERE w.campaign_id = ? AND w.position = ? AND w.prepared_at IS NOT NULL
                        """).params(campaign, position).query(Long.class).single();
    }

    private List<String> texts(long campaign, int position) {
        return jdbc.sql(
                        "SELECT text FROM message WHERE wave_id = (SELECT id FROM wave WHERE campaign_id = ? AND position = ?)")
                .params(campaign, position)
                .query(String.class)
                .list();
    }

    private void sent(long campaign, int position, String status) {
        jdbc.sql("""
                        UPDATE message SET status = ?, submitted_at = ?
                        WHERE wave_id = (SELECT id FROM wave WHERE campaign_id = ? AND position = ?)
                        """)
                .params(status, Utc.column(Instant.now()), campaign, position)
                .update();
    }

    private void fails(long campaign, int position, int person) {
        jdbc.sql("""
                        UPDATE message SET status = 'FAILED'
                        WHERE msisdn = ? AND wave_id = (SELECT id FROM wave WHERE campaign_id = ? AND position = ?)
                        """).params(number(person), campaign, position).update();
    }

    private void acknowledges(long campaign, int person, int secondsLater) {
        jdbc.sql("""
                        INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text)
                        SELECT MIN(id), campaign_id, 1, msisdn, TIMESTAMPADD(SECOND, ?, MIN(submitted_at)), 'DA NHAN'
                        FROM message WHERE campaign_id = ? AND msisdn = ? GROUP BY campaign_id, msisdn
                        """).params(secondsLater, campaign, number(person)).update();
    }

    private String number(int person) {
        return jdbc.sql("SELECT msisdn FROM recipient ORDER BY id LIMIT 1 OFFSET " + person)
                .query(String.class)
                .single();
    }

    private List<String> told() {
        return jdbc.sql("""
                        SELECT CONCAT(m.msisdn, ': ', m.text) FROM message m JOIN campaign c ON c.id = m.campaign_id
                        WHERE c.automatic ORDER BY m.id
                        """).query(String.class).list();
    }
}
