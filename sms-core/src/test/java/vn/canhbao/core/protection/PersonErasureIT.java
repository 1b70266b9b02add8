package vn.canhbao.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditChain;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.calendar.Holidays;
import vn.canhbao.core.calendar.WorkingDays;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.message.TallyReader;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.ErasedNumbers;
import vn.canhbao.core.recipient.NameWords;
import vn.canhbao.core.recipient.RecipientDirectory;
import vn.canhbao.core.recipient.Suppressions;
import vn.canhbao.core.recipient.TestKey;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PersonErasureIT {

    // Was 0169 1234567 before 2018.
    private static final String NATIONAL = "391234567";
    private static final String NUMBER = "84" + NATIONAL;
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z"); // a Friday

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(NOW);
    private final Suppressions suppressions;
    private final NameWords names;
    private final DataRequestDesk desk;
    private final PersonData data;
    private final AuditChain chain;

    PersonErasureIT(TestDatabase kind) {
        database = kind.open();
        var jdbc = database.jdbc();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        ErasedNumbers erased = TestKey.erased(database, clock);
        suppressions = new Suppressions(jdbc, erased, clock);
        data = new PersonData(jdbc);
        AuditTrail audit = new AuditTrail(jdbc, clock);
        chain = new AuditChain(jdbc, database.jdbcTemplate(), transaction, TestKey.KEY);
        names = new NameWords(jdbc, database.jdbcTemplate(), database.setBased(), transaction);
        desk = new DataRequestDesk(
                jdbc,
                transaction,
                new DataRequests(jdbc),
                new PersonErasure(jdbc, transaction, erased, names, List.of(), new WrittenNumbers(jdbc), clock),
                data,
                erased,
                suppressions,
                new Operators(jdbc),
                new WorkingDays(new Holidays(jdbc, clock)),
                new ProtectionSettings(2, 10, 10, 15),
                audit,
                clock);
        store();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void sql(String sql, Object... values) {
        database.jdbc().sql(sql).params(values).update();
    }

    private long last(String table) {
        return database.jdbc()
                .sql("SELECT MAX(id) FROM " + table)
                .query(Long.class)
                .single();
    }

    // A trace of the person in every table that can hold one, beside somebody whose number differs in one digit.
    private void store() {
        Object now = Utc.column(NOW);
        StoredWave.in(database);
        long campaign = last("campaign");
        long wave = last("wave");
        sql("INSERT INTO unit (name, kind, created_at) VALUES ('Phòng thử', 'OFFICE', ?)", now);
        long unit = last("unit");
        sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES ('Thử', 'a', ?)", now);
        for (String number : List.of("84391234568", NUMBER)) {
            sql(
                    "INSERT INTO recipient (msisdn, full_name, search_name, unit_id, attributes, created_at, updated_at) VALUES (?, 'Nguyễn Văn Á', 'nguyen van a', ?, ?, ?, ?)",
                    number,
                    unit,
                    "{\"khác\":\"" + number.substring(2) + "\"}",
                    now,
                    now);
            long recipient = last("recipient");
            sql("INSERT INTO recipient_list_member VALUES (?, ?)", last("recipient_list"), recipient);
            sql("INSERT INTO recipient_tag VALUES (?, 'tổ trưởng')", recipient);
            sql("INSERT INTO recipient_word VALUES ('nguyen', ?)", recipient);
            sql("INSERT INTO changed_name VALUES (?, 'nguyen')", recipient);
            sql(
                    "INSERT INTO recipient_history (recipient_id, full_name, attributes, known_until, import_id) VALUES (?, 'Cũ', ?, ?, 1)",
                    recipient,
                    "0" + number.substring(2),
                    now);
            sql("""
                    INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                        status, expires_at, attempts, submitted_at, final_at, detail)
                    VALUES (?, ?, ?, ?, 'VIETTEL', 'CANHBAO', ?, 1, 'DELIVERED', ?, 1, ?, ?, NULL)
                    """, wave, campaign, recipient, number, "Chào 0" + number.substring(2), now, now, now);
            sql("INSERT INTO acknowledgement VALUES (?, ?, 1, ?, ?, 'OK')", last("message"), campaign, number, now);
            sql("INSERT INTO operator_override VALUES (?, 'MOBIFONE', 'MANUAL', ?)", number, now);
            sql(
                    "INSERT INTO lifted_suppression (msisdn, reason, created_by, created_at, lifted_by, lifted_at, lift_reason) VALUES (?, 'REFUSED', 'a', ?, 'a', ?, ?)",
                    number,
                    now,
                    now,
                    "gọi từ 0" + number.substring(2, 5) + "." + number.substring(5));
            sql(
                    "INSERT INTO inbound_message (link, received_at, source_addr, dest_addr, text, segments, total, kind, action) VALUES ('a', ?, ?, '8188', 'OK', 1, 1, 'REPLY', 'NONE')",
                    now,
                    number);
            sql(
                    "INSERT INTO inbound_segment (link, received_at, source_addr, dest_addr, alphabet, octets, reference_no, total, segment_no, state) VALUES ('a', ?, ?, '8188', 'UCS_2', ?, 0, 1, 1, 'DONE')",
                    now,
                    number,
                    number.getBytes(StandardCharsets.UTF_16BE));
            sql(
                    "INSERT INTO receipt_journal (node, link, received_at, source_addr, dest_addr, esm_class, data_coding, short_message, tlvs, state) VALUES ('n', 'a', ?, ?, 'CANHBAO', 4, 0, ?, ?, 'DELIVERED')",
                    now,
                    "+" + number,
                    ("id:1 text:" + number).getBytes(StandardCharsets.US_ASCII),
                    new byte[0]);
            sql(
                    "INSERT INTO receipt_orphan VALUES (?, 'a', NULL, ?, ?, 'DELIVERED', NULL)",
                    last("receipt_journal"),
                    number,
                    now);
        }
        sql(
                "INSERT INTO recipient_import (list_id, file_name, stored_file, status, read_rows, accepted, duplicates, rejected, requested_by, started_at, failure) VALUES (?, ?, 'x', 'COMPLETED', 3, 1, 0, 2, 'a', ?, NULL)",
                last("recipient_list"),
                NUMBER + ".csv",
                now);
        long imported = last("recipient_import");
        sql(
                "INSERT INTO recipient_import_reject (import_id, row_no, field, raw_value, reason, cells) VALUES (?, 2, 'đơn vị', 'x', 'không rõ', ?)",
                imported,
                "[\"Nguyễn Văn Á\",\"039 123-4567\"]");
        sql(
                "INSERT INTO recipient_import_reject (import_id, row_no, field, raw_value, reason, cells) VALUES (?, 3, 'số', '0169.1234567', 'lặp', NULL)",
                imported);
    }

    private DataRequest asked() {
        return desk.enter(
                RequestKind.ERASE, "039 123 4567", "Nguyễn Văn Á, gọi từ +84391234567", null, null, "quantri");
    }

    @Test
    void anErasedPersonLeavesNoTraceOfTheNumberInAnyTable() throws Exception {
        assertThat(DatabaseDump.placesOf(NATIONAL, database.dataSource())).hasSizeGreaterThan(10);

        DataRequest done = desk.erase(asked().id(), "quantri");

        assertThat(done.status()).isEqualTo(RequestStatus.DONE);
        assertThat(DatabaseDump.placesOf(NATIONAL, database.dataSource())).isEmpty();
        assertThat(DatabaseDump.placesOf("1691234567", database.dataSource())).isEmpty();
        assertThat(DatabaseDump.placesOf("391234568", database.dataSource())).hasSizeGreaterThan(10);
        assertThat(chain.verify().whole()).isTrue();
    }

    @Test
    void statisticsAreTheSameBeforeAndAfter() {
        var tallies = new TallyReader(new NamedParameterJdbcTemplate(database.dataSource()));
        String byUnit =
                "SELECT COUNT(DISTINCT m.msisdn), COUNT(DISTINCT m.recipient_id), COUNT(*), SUM(m.segments) FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE r.unit_id IS NOT NULL";
        String acknowledged = "SELECT COUNT(DISTINCT msisdn), COUNT(*) FROM acknowledgement";
        var before = List.of(
                tallies.ofCampaign(last("campaign")),
                database.jdbc().sql(byUnit).query().singleRow(),
                database.jdbc().sql(acknowledged).query().singleRow());

        desk.erase(asked().id(), "quantri");

        assertThat(List.of(
                        tallies.ofCampaign(last("campaign")),
                        database.jdbc().sql(byUnit).query().singleRow(),
                        database.jdbc().sql(acknowledged).query().singleRow()))
                .isEqualTo(before);
    }

    @Test
    void anErasedNumberStaysSuppressedHoweverItComesBack() {
        desk.erase(asked().id(), "quantri");

        assertThat(suppressions.among(List.of(NUMBER, "84391234568")))
                .isEqualTo(java.util.Map.of(NUMBER, "DATA_PROTECTION"));
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM suppression")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anErasedPersonIsInNoAudienceAndNoSearch() {
        var members = new vn.canhbao.core.campaign.AudienceMembers(database.jdbc());
        long unit = last("unit");

        desk.erase(asked().id(), "quantri");

        assertThat(members.page(audienceOf(unit), 0, Long.MAX_VALUE, 10))
                .extracting(member -> member.msisdn())
                .containsExactly("84391234568");
        assertThat(new RecipientDirectory(database.jdbc(), names).search("", null, 10))
                .hasSize(1);
    }

    private static Audience audienceOf(long unit) {
        return new Audience(List.of(), List.of(unit));
    }

    @Test
    void erasureWaitsForAMessageUnderWayAndGoesOnByItself() {
        sql("UPDATE message SET status = 'SUBMITTED' WHERE msisdn = ?", NUMBER);

        DataRequest waits = desk.erase(asked().id(), "quantri");

        assertThat(waits.status()).isEqualTo(RequestStatus.WAITING);
        assertThat(waits.waitingFor()).contains("chưa có kết quả cuối");
        assertThat(suppressions.among(List.of(NUMBER))).containsKey(NUMBER);

        sql("UPDATE message SET status = 'DELIVERED' WHERE msisdn = ?", NUMBER);
        desk.goOn();

        assertThat(new DataRequests(database.jdbc()).get(waits.id()).status()).isEqualTo(RequestStatus.DONE);
    }

    @Test
    void theClockRunsInWorkingDaysAndKnowsHolidays() {
        sql("INSERT INTO holiday VALUES ('2026-11-24', 'Ngày Văn hóa', 'DAY_OFF', 'a', ?)", Utc.column(NOW));
        sql("INSERT INTO holiday VALUES ('2026-11-21', 'Làm bù', 'WORKING_DAY', 'a', ?)", Utc.column(NOW));

        DataRequest request = asked();

        // Saturday 21 is worked, Monday 23 is the second day.
        assertThat(request.answerDue()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(request.dueOn()).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(request.overdue(LocalDate.of(2026, 11, 23))).isFalse();
        assertThat(request.overdue(LocalDate.of(2026, 11, 24))).isTrue();
        assertThat(desk.answer(request.id(), "quantri").overdue(LocalDate.of(2026, 11, 24)))
                .isFalse();
        assertThat(desk.answer(request.id(), "quantri").overdue(LocalDate.of(2026, 12, 12)))
                .isTrue();
    }

    @Test
    void everythingThatIsKeptIsShownAndACorrectedNameIsFound() {
        DataRequest request = desk.enter(RequestKind.CORRECT, NUMBER, "chính chủ", null, null, "quantri");
        desk.correct(request.id(), "Trần Thị Bé", "quantri");

        var shown = desk.show(request.id(), "quantri");

        assertThat(shown.get("recipient").getFirst()).containsEntry("full_name", "Trần Thị Bé");
        assertThat(shown.get("messages")).hasSize(1);
        assertThat(shown.get("replies")).hasSize(1);
        assertThat(shown.get("lists")).hasSize(1);
        assertThat(shown.get("suppressions")).hasSize(1);
    }

    @Test
    void aClosedRequestAndAnErasedPersonAreNotTouchedAgain() {
        DataRequest done = desk.erase(asked().id(), "quantri");

        assertThat(done.msisdn()).isNull();
        assertThatThrownBy(() -> desk.show(done.id(), "quantri")).isInstanceOf(ConflictingState.class);
        assertThatThrownBy(() -> desk.erase(done.id(), "quantri")).isInstanceOf(ConflictingState.class);
        assertThatThrownBy(() -> desk.enter(null, "abc", " ", LocalDate.of(2027, 1, 1), null, "quantri"))
                .isInstanceOf(InvalidInput.class);
    }
}
