package vn.canhbao.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.recipient.RecipientKind;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AudienceMembersIT {

    static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    static final AudienceDefinition EVERYBODY = new AudienceDefinition(true, null, null, null);
    static final long CAMPAIGN = 7;

    final TestDatabase.Opened database;
    final JdbcClient jdbc;
    final AudienceMembers members;

    AudienceMembersIT(TestDatabase kind) {
        database = kind.open();
        jdbc = database.jdbc();
        members = new AudienceMembers(jdbc);
        unit(1, "Công an tỉnh", null);
        unit(2, "Phòng An ninh mạng", 1L);
        unit(3, "Đội 1", 2L);
        unit(4, "Phòng Hậu cần", 1L);
        jdbc.sql(
                        "INSERT INTO area (code, name, parent_code) VALUES ('91', 'An Giang', NULL), ('30307', 'Long Xuyên', '91')")
                .update();
        person(10, "84961000010", 3L, "STAFF", "30307"); // VIETTEL
        person(11, "84911000011", 4L, "STAFF", "91"); // VINAPHONE
        person(12, "84998000012", null, "SUBSCRIBER", null); // 99: GMOBILE, but 998: ITEL
        person(13, "84901000013", null, "SUBSCRIBER", "30307"); // MOBIFONE, ported to VIETTEL
        jdbc.sql(
                        "INSERT INTO operator_override (msisdn, operator_code, source, created_at) VALUES ('84901000013', 'VIETTEL', 'MANUAL', ?)")
                .param(Utc.column(NOW))
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_tag (recipient_id, tag) VALUES (10, 'trực ban'), (10, 'đảng viên'), (12, 'đảng viên')")
                .update();
        jdbc.sql(
                        "INSERT INTO recipient_list (id, name, created_by, created_at) VALUES (5, 'một', 'a', ?), (6, 'hai', 'a', ?)")
                .params(Utc.column(NOW), Utc.column(NOW))
                .update();
        jdbc.sql("INSERT INTO recipient_list_member (list_id, recipient_id) VALUES (5, 11), (5, 12), (6, 12), (6, 13)")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void listsUnitsAndPartsTogetherCountEachPersonOnce() {
        var part = new AudienceDefinition(false, List.of(6L), List.of(2L), null);

        assertThat(ids(new Audience(List.of(5L, 6L), List.of(4L), List.of(AudiencePart.of(part)))))
                .containsExactly(10L, 11L, 12L, 13L);
    }

    @Test
    void nobodyIsInAnAudienceOfNothing() {
        Audience nothing = new Audience(List.of(), List.of());

        assertThat(ids(nothing)).isEmpty();
        assertThat(ids(nothing.narrowedBy(Narrowing.toNotYetAddressed()))).isEmpty();
        assertThat(ids(new AudienceDefinition(false, null, null, kinds(RecipientKind.STAFF)).audience()))
                .isEmpty();
        assertThat(ids(new Audience(List.of(), List.of(404L)))).isEmpty();
    }

    @Test
    void unitsMeanTheUnitsBelowThem() {
        assertThat(ids(of(Narrowing.toUnits(2L)))).containsExactly(10L);
        assertThat(ids(of(Narrowing.toUnits(1L)))).containsExactly(10L, 11L);
    }

    @Test
    void aProvinceMeansItsCommunesToo() {
        assertThat(ids(of(areas("91")))).containsExactly(10L, 11L, 13L);
        assertThat(ids(of(areas("30307")))).containsExactly(10L, 13L);
        assertThat(ids(of(areas("99999")))).isEmpty();
    }

    @Test
    void kindTagAndOperatorNarrow() {
        assertThat(ids(of(kinds(RecipientKind.SUBSCRIBER)))).containsExactly(12L, 13L);
        assertThat(ids(of(tags("đảng viên", "trực ban")))).containsExactly(10L, 12L);
        assertThat(ids(of(tags("dang vien")))).isEmpty();
        assertThat(ids(of(operators("VIETTEL"))))
                .as("an override wins over the prefix")
                .containsExactly(10L, 13L);
        assertThat(ids(of(operators("ITEL")))).as("the longest prefix wins").containsExactly(12L);
        assertThat(ids(of(operators("GMOBILE", "MOBIFONE")))).isEmpty();
    }

    @Test
    void whatBecameOfEarlierMessagesNarrows() {
        message(10, "84961000010", "DELIVERED");
        message(11, "84911000011", "FAILED");
        message(12, "84998000012", "SUPPRESSED");
        jdbc.sql(
                        "INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text) VALUES (1, ?, 1, '84961000010', ?, 'OK')")
                .params(CAMPAIGN, Utc.column(NOW))
                .update();

        assertThat(ids(of(Narrowing.toNotReached()))).containsExactly(11L, 12L, 13L);
        assertThat(ids(of(Narrowing.toNotYetAddressed()))).containsExactly(13L);
        assertThat(ids(of(Narrowing.toNotAcknowledged()))).containsExactly(11L, 12L, 13L);
        assertThat(ids(of(new Narrowing(null, null, null, null, null, List.of(CAMPAIGN), null, null, null))))
                .containsExactly(10L, 11L, 12L);
        assertThat(ids(of(new Narrowing(null, null, null, null, null, null, null, List.of(99L), null))))
                .as("another campaign reached nobody")
                .hasSize(4);
    }

    @Test
    void everyNarrowingApplies() {
        Audience staff = new AudienceDefinition(true, null, null, kinds(RecipientKind.STAFF)).audience();

        assertThat(ids(staff.narrowedBy(areas("30307")))).containsExactly(10L);
        assertThat(ids(staff.narrowedBy(Narrowing.NONE))).containsExactly(10L, 11L);
        assertThat(ids(new Audience(List.of(5L), List.of())
                        .narrowedBy(Narrowing.toUnits(1L))
                        .narrowedBy(kinds(RecipientKind.SUBSCRIBER))))
                .isEmpty();
    }

    @Test
    void aRangeIsAskedForByItsBounds() {
        Audience audience = new Audience(List.of(5L, 6L), List.of(2L)).narrowedBy(operators("VIETTEL", "ITEL"));

        assertThat(members.page(audience, 10, 12, 10))
                .extracting(AudienceMembers.Member::recipientId)
                .containsExactly(12L);
        assertThat(members.page(audience, 0, 100, 1))
                .extracting(AudienceMembers.Member::recipientId)
                .containsExactly(10L);
        assertThat(members.highestId()).isEqualTo(13);
    }

    @Test
    void aNarrowingSurvivesItsColumn() {
        Narrowing full = new Narrowing(
                List.of(1L),
                List.of("91"),
                List.of(RecipientKind.STAFF),
                List.of("VIETTEL"),
                List.of("trực ban"),
                List.of(1L),
                List.of(2L),
                List.of(0L),
                List.of(4L));

        assertThat(NarrowingJson.read(NarrowingJson.write(full))).isEqualTo(full);
        assertThat(NarrowingJson.write(Narrowing.toUnits(3L))).isEqualTo("{\"unitIds\":[3]}");
        assertThat(NarrowingJson.write(Narrowing.NONE)).isNull();
        assertThat(NarrowingJson.read(null)).isEqualTo(Narrowing.NONE);
        var definition = new AudienceDefinition(true, List.of(1L), List.of(2L), full);
        assertThat(NarrowingJson.readDefinition(NarrowingJson.write(definition)))
                .isEqualTo(definition);
    }

    private static Audience of(Narrowing narrowing) {
        return EVERYBODY.audience().narrowedBy(narrowing).forCampaign(CAMPAIGN);
    }

    private static Narrowing areas(String... codes) {
        return new Narrowing(null, List.of(codes), null, null, null, null, null, null, null);
    }

    private static Narrowing kinds(RecipientKind... kinds) {
        return new Narrowing(null, null, List.of(kinds), null, null, null, null, null, null);
    }

    private static Narrowing operators(String... codes) {
        return new Narrowing(null, null, null, List.of(codes), null, null, null, null, null);
    }

    private static Narrowing tags(String... tags) {
        return new Narrowing(null, null, null, null, List.of(tags), null, null, null, null);
    }

    private List<Long> ids(Audience audience) {
        List<Long> ids = new ArrayList<>();
        long after = 0;
        for (var page = members.page(audience, after, Long.MAX_VALUE, 3);
                !page.isEmpty();
                page = members.page(audience, after, Long.MAX_VALUE, 3)) {
            page.forEach(member -> ids.add(member.recipientId()));
            after = page.getLast().recipientId();
        }
        assertThat(members.count(audience)).isEqualTo(ids.size());
        return ids;
    }

    private void unit(long id, String name, Long parent) {
        jdbc.sql("INSERT INTO unit (id, name, kind, parent_id, created_at) VALUES (?, ?, 'OFFICE', ?, ?)")
                .params(id, name, parent, Utc.column(NOW))
                .update();
    }

    private void person(long id, String msisdn, Long unit, String kind, String area) {
        jdbc.sql(
                        "INSERT INTO recipient (id, msisdn, full_name, unit_id, kind, area_code, created_at, updated_at) VALUES (?, ?, 'An', ?, ?, ?, ?, ?)")
                .params(id, msisdn, unit, kind, area, Utc.column(NOW), Utc.column(NOW))
                .update();
    }

    private void message(long recipient, String msisdn, String status) {
        jdbc.sql("""
                        INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                            status, expires_at, attempts)
                        VALUES (1, ?, ?, ?, 'VIETTEL', 'CANHBAO', 'x', 1, ?, ?, 1)
                        """)
                .params(CAMPAIGN, recipient, msisdn, status, Utc.column(NOW))
                .update();
    }
}
