package vn.canhbao.scheduler.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.Wave;
import vn.canhbao.core.campaign.WaveStatus;
import vn.canhbao.core.db.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class WaveSharesIT {

    private final TestDatabase.Opened database;
    private final JdbcClient jdbc;
    private final AudienceMembers members;
    private final Audience everybody;
    private final long police;

    WaveSharesIT(TestDatabase kind) {
        database = kind.open();
        jdbc = database.jdbc();
        members = new AudienceMembers(jdbc);
        jdbc.sql("INSERT INTO unit (name, kind, created_at) VALUES ('Phòng', 'OFFICE', '2026-11-24 05:00:00')")
                .update();
        police = jdbc.sql("SELECT id FROM unit WHERE name = 'Phòng'")
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES ('L', 'an', '2026-11-01 00:00:00')")
                .update();
        long list = jdbc.sql("SELECT id FROM recipient_list").query(Long.class).single();
        person(list, "84912000001", police);
        person(list, "84912000002", null);
        everybody = new Audience(List.of(list), List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void restIsWhoeverTheWavesBeforeLeaveOut() {
        assertThat(shares(wave(1, Narrowing.toUnits(police)), wave(2, Narrowing.toNotYetAddressed())))
                .containsExactly(of(List.of(1), List.of()), of(List.of(2), List.of()));
    }

    @Test
    void whoIsNotReachedIsKnownOnlyAfterwards() {
        assertThat(shares(wave(1, Narrowing.toUnits(police)), wave(2, Narrowing.toNotReached())))
                .containsExactly(of(List.of(1), List.of(2)), of(List.of(2), List.of()));
    }

    @Test
    void reminderGoesToNobodyWhoGotNothing() {
        assertThat(shares(wave(1, Narrowing.toUnits(police)), wave(2, Narrowing.toReminded())))
                .containsExactly(of(List.of(1), List.of(2)), of(List.of(), List.of()));
    }

    @Test
    void twoWavesToEverybodyAreTwoMessagesEach() {
        assertThat(shares(wave(1, Narrowing.NONE), wave(2, Narrowing.NONE)))
                .containsExactly(of(List.of(1, 2), List.of()), of(List.of(1, 2), List.of()));
    }

    private List<WaveShares.Of> shares(Wave... waves) {
        return new WaveShares(members, everybody, List.of(waves)).among(members.page(everybody, 0, Long.MAX_VALUE, 10));
    }

    private static WaveShares.Of of(List<Integer> surely, List<Integer> perhaps) {
        return new WaveShares.Of(surely, perhaps);
    }

    private static Wave wave(int position, Narrowing narrowing) {
        return new Wave(
                position,
                5,
                position,
                null,
                null,
                WaveStatus.SCHEDULED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                narrowing,
                false);
    }

    private void person(long list, String msisdn, Long unit) {
        jdbc.sql("INSERT INTO recipient (msisdn, full_name, unit_id, created_at, updated_at)"
                        + " VALUES (?, 'A', ?, '2026-11-01 00:00:00', '2026-11-01 00:00:00')")
                .params(msisdn, unit)
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT ?, id FROM recipient WHERE msisdn = ?")
                .params(list, msisdn)
                .update();
    }
}
