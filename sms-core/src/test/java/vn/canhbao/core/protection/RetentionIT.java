package vn.canhbao.core.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.audit.AuditChain;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.SettableClock;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.StoredWave;
import vn.canhbao.core.message.TallyReader;
import vn.canhbao.core.recipient.NameWords;
import vn.canhbao.core.recipient.TestKey;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetentionIT {

    private static final Instant LATER = StoredWave.NOW.plus(Duration.ofDays(40));

    private final TestDatabase.Opened database;
    private final SettableClock clock = new SettableClock(LATER);
    private final RetentionRuns runs;
    private final AuditChain chain;

    RetentionIT(TestDatabase kind) {
        database = kind.open();
        runs = new RetentionRuns(database.jdbc(), clock);
        chain = new AuditChain(database.jdbc(), database.jdbcTemplate(), transaction(), TestKey.KEY);
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    }

    private Retention retention(int days, int batch) {
        var jdbc = database.jdbc();
        return new Retention(
                new RetentionBatches(
                        jdbc,
                        transaction(),
                        new OldMessages(jdbc, transaction(), clock),
                        new NameWords(jdbc, database.jdbcTemplate(), database.setBased(), transaction()),
                        chain),
                runs,
                new RetentionSettings(
                        days, days, days, days, days, days, "0 0 1 * * ?", batch, Duration.ZERO, Duration.ofHours(1)),
                new AuditTrail(jdbc, clock),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void sql(String sql, Object... values) {
        database.jdbc().sql(sql).params(values).update();
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private long storedWave(String status) {
        StoredWave.in(database).withMessages(25, "Chào anh Bình", 2);
        long wave = count("SELECT MAX(id) FROM wave");
        sql(
                "UPDATE message SET status = 'DELIVERED', submitted_at = ?, final_at = ? WHERE wave_id = ?",
                Utc.column(StoredWave.NOW),
                Utc.column(StoredWave.NOW),
                wave);
        sql("UPDATE wave SET status = ?, finished_at = ? WHERE id = ?", status, Utc.column(StoredWave.NOW), wave);
        return wave;
    }

    @Test
    void messagesOfWavesLongOverLoseNumberAndTextAndNoFigureChanges() {
        long over = storedWave("FINISHED");
        sql("UPDATE message SET msisdn = CONCAT('849999', id % 100000) WHERE wave_id = ?", over);
        long running = storedWave("RUNNING");
        var tallies = new TallyReader(new NamedParameterJdbcTemplate(database.dataSource()));
        var before = List.of(tallies.ofWave(over), tallies.ofWave(running));

        retention(30, 10).run("canhbao");

        assertThat(List.of(tallies.ofWave(over), tallies.ofWave(running))).isEqualTo(before);
        assertThat(count("SELECT COUNT(*) FROM message WHERE wave_id = " + over
                        + " AND (msisdn LIKE '84%' OR text <> '')"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM message WHERE wave_id = " + running + " AND msisdn LIKE '84%'"))
                .isEqualTo(25);
        assertThat(count("SELECT COUNT(*) FROM wave WHERE anonymised_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void whoAcknowledgedTwiceIsStillOnePerson() {
        long wave = storedWave("FINISHED");
        long campaign = count("SELECT MAX(id) FROM campaign");
        long message = count("SELECT MIN(id) FROM message WHERE wave_id = " + wave);
        for (long of : List.of(message, 999_999L)) {
            sql(
                    "INSERT INTO acknowledgement VALUES (?, ?, 1, (SELECT msisdn FROM message WHERE id = ?), ?, 'Bình đã rõ')",
                    of,
                    campaign,
                    message,
                    Utc.column(StoredWave.NOW));
        }

        retention(30, 10).run("canhbao");

        assertThat(count("SELECT COUNT(DISTINCT msisdn) FROM acknowledgement")).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM acknowledgement WHERE msisdn LIKE '84%' OR text <> ''"))
                .isZero();
    }

    @Test
    void onlyAppliedReceiptsOlderThanTheDayGo() {
        Object old = Utc.column(StoredWave.NOW);
        for (int i = 0; i < 7; i++) {
            sql(
                    "INSERT INTO receipt_journal (node, link, received_at, source_addr, dest_addr, esm_class, data_coding, short_message, tlvs, state) VALUES ('n', 'a', ?, '84961234567', 'X', 4, 0, ?, ?, 'DELIVERED')",
                    i < 5 ? old : Utc.column(LATER),
                    new byte[] {1},
                    new byte[0]);
        }
        long third = count("SELECT MIN(id) + 2 FROM receipt_journal");
        sql("INSERT INTO receipt_watermark VALUES ('a', 'n', ?)", third);

        retention(30, 2).run("canhbao");

        assertThat(count("SELECT COUNT(*) FROM receipt_journal")).isEqualTo(4);
    }

    @Test
    void refusedRowsFormerStatesRepliesAndPeopleInNoListGo() {
        Object old = Utc.column(StoredWave.NOW);
        sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES ('Thử', 'a', ?)", old);
        sql(
                "INSERT INTO recipient_import (list_id, file_name, stored_file, status, read_rows, accepted, duplicates, rejected, requested_by, started_at, finished_at) VALUES (?, 'f', 'x', 'COMPLETED', 3, 0, 0, 3, 'a', ?, ?)",
                count("SELECT MAX(id) FROM recipient_list"),
                old,
                old);
        for (int row = 2; row < 5; row++) {
            sql(
                    "INSERT INTO recipient_import_reject (import_id, row_no, field, raw_value, reason) VALUES (?, ?, 'số', '09', 'ngắn')",
                    count("SELECT MAX(id) FROM recipient_import"),
                    row);
        }
        sql(
                "INSERT INTO recipient_history (recipient_id, full_name, known_until, import_id) VALUES (1, 'Cũ', ?, 1)",
                old);
        sql(
                "INSERT INTO recipient (msisdn, full_name, created_at, updated_at) VALUES ('84981111111', 'Không ở danh sách nào', ?, ?)",
                old,
                old);
        sql(
                "INSERT INTO inbound_message (link, received_at, source_addr, dest_addr, text, segments, total, kind, action) VALUES ('a', ?, '84981111111', '8188', 'TC', 1, 1, 'REFUSAL', 'NONE')",
                old);

        retention(30, 2).run("canhbao");

        assertThat(count("SELECT COUNT(*) FROM recipient_import_reject")).isZero();
        assertThat(count("SELECT rejected FROM recipient_import")).isEqualTo(3);
        assertThat(count("SELECT COUNT(*) FROM recipient_history")).isZero();
        assertThat(count("SELECT COUNT(*) FROM recipient WHERE msisdn LIKE '84%' OR full_name <> ''"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM inbound_message WHERE kind = 'REFUSAL' AND text = ''"))
                .isEqualTo(1);
    }

    @Test
    void eachRunReportsClassRowsAndLastDayAndTheChainStaysWhole() {
        storedWave("FINISHED");

        retention(30, 10).run("canhbao");

        Map<DataClass, RetentionRun> reported = runs.page(null, 20).stream()
                .collect(java.util.stream.Collectors.toMap(RetentionRun::dataClass, run -> run));
        assertThat(reported).containsOnlyKeys(DataClass.values());
        RetentionRun messages = reported.get(DataClass.MESSAGES);
        assertThat(messages.removed()).isEqualTo(25);
        assertThat(messages.complete()).isTrue();
        assertThat(messages.upTo()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(chain.verify().whole()).isTrue();
    }

    @Test
    void zeroDaysKeepForEver() {
        storedWave("FINISHED");

        retention(0, 10).run("canhbao");

        assertThat(runs.page(null, 20)).isEmpty();
        assertThat(count("SELECT COUNT(*) FROM message WHERE msisdn LIKE '84%'"))
                .isEqualTo(25);
    }
}
