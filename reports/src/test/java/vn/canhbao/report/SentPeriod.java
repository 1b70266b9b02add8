package vn.canhbao.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.TestDatabase;
import vn.canhbao.core.db.Utc;

/** Campaigns, waves and messages of a period, written straight into the tables. */
public final class SentPeriod {

    private final JdbcClient jdbc;
    private long numbers;

    public SentPeriod(TestDatabase.Opened database) {
        this(database.jdbc(), 84_960_000_000L);
    }

    /** @param from the first number; the others follow */
    public SentPeriod(JdbcClient jdbc, long from) {
        this.jdbc = jdbc;
        this.numbers = from;
    }

    public long campaign(String text) {
        jdbc.sql("""
                INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                    unanswered_policy, status, created_by, created_at)
                VALUES ('Cảnh báo', 'CANH_BAO', ?, 'ACCENTED', 'CV 12/BC-CA', 'CONGANDT', 3600, 'KEEP', 'FINISHED',
                    'soanthao', ?)
                """).params(text, Utc.column(SampleReport.NOW)).update();
        long id = last("campaign");
        jdbc.sql(
                        "INSERT INTO approval (campaign_id, decision, decided_by, decided_at) VALUES (?, 'APPROVED', 'pheduyet', ?)")
                .params(id, Utc.column(SampleReport.NOW))
                .update();
        return id;
    }

    public long wave(long campaign, Instant startedAt) {
        jdbc.sql("""
                INSERT INTO wave (campaign_id, position, status, started_at)
                SELECT ?, COALESCE(MAX(position), 0) + 1, 'FINISHED', ? FROM wave WHERE campaign_id = ?
                """).params(campaign, Utc.column(startedAt), campaign).update();
        return last("wave");
    }

    public long unit(String name) {
        jdbc.sql("INSERT INTO unit (name, kind, created_at) VALUES (?, 'COMMUNE', ?)")
                .params(name, Utc.column(SampleReport.NOW))
                .update();
        return last("unit");
    }

    /** So many messages of two segments to new recipients; their ids. */
    public List<Long> messages(long wave, Long unit, String operator, String status, boolean submitted, int count) {
        List<Long> messages = IntStream.range(0, count)
                .mapToObj(i -> message(wave, unit, operator, status, submitted))
                .toList();
        // A server that runs beside may have counted the wave, over and empty as it looked, for good.
        jdbc.sql("UPDATE statistics_wave SET phase = 'MOVING' WHERE wave_id = ?")
                .param(wave)
                .update();
        return messages;
    }

    private long message(long wave, Long unit, String operator, String status, boolean submitted) {
        String msisdn = Long.toString(numbers++);
        jdbc.sql(
                        "INSERT INTO recipient (msisdn, full_name, unit_id, created_at, updated_at) VALUES (?, 'Nguyễn Văn A', ?, ?, ?)")
                .params(msisdn, unit, Utc.column(SampleReport.NOW), Utc.column(SampleReport.NOW))
                .update();
        jdbc.sql("""
                INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                    status, expires_at, attempts, submitted_at)
                SELECT id, campaign_id, ?, ?, ?, 'CONGANDT', 'x', 2, ?, ?, 1, ? FROM wave WHERE id = ?
                """)
                .params(
                        last("recipient"),
                        msisdn,
                        operator,
                        status,
                        Utc.column(SampleReport.NOW),
                        submitted ? Utc.column(SampleReport.NOW) : null,
                        wave)
                .update();
        return last("message");
    }

    public void segment(long message, Integer commandStatus, String receiptState) {
        jdbc.sql("""
                INSERT INTO message_segment (message_id, segment_no, link, command_status, submitted_at, receipt_state)
                VALUES (?, 1, 'viettel', ?, ?, ?)
                """)
                .params(message, commandStatus, Utc.column(SampleReport.NOW), receiptState)
                .update();
    }

    private long last(String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(Long.class).single();
    }
}
