package vn.canhbao.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.Utc;

/**
 * A year as it stands in the tables when it is over: ten campaigns a month, each of one wave to a part of the people;
 * messages in every final state, a segment row each, acknowledgements.
 */
final class SentYear {

    static final int YEAR = 2025;
    static final int CAMPAIGNS = 120;
    private static final int PEOPLE_OF_ONE = 3;

    private final JdbcClient jdbc;
    private final BenchAudience audience;

    SentYear(ApplicationContext application) {
        jdbc = application.getBean(JdbcClient.class);
        audience = new BenchAudience(application);
    }

    /** Writes them; how many messages there are. */
    long write(int messages) {
        int each = messages / CAMPAIGNS;
        audience.add(each * PEOPLE_OF_ONE);
        long first = jdbc.sql("SELECT MIN(id) FROM recipient").query(Long.class).single();
        for (int i = 0; i < CAMPAIGNS; i++) {
            LocalDate day = LocalDate.of(YEAR, 1 + i / 10, 1 + 2 * (i % 10));
            Instant sent = day.atTime(2, 0).toInstant(ZoneOffset.UTC);
            long wave = wave(i, sent);
            // Each campaign begins where another one did not: people overlap, as they do in a province.
            long from = first + (long) (i % 9) * each / 4;
            messages(wave, from, from + each, sent);
        }
        return jdbc.sql("SELECT COUNT(*) FROM message").query(Long.class).single();
    }

    private long wave(int number, Instant sent) {
        jdbc.sql("""
                INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                    unanswered_policy, status, created_by, created_at)
                VALUES (?, ?, ?, 'ACCENTED', 'CV 12/CAT-ANM', ?, 3600, 'KEEP', 'FINISHED', 'soanthao', ?)
                """)
                .params(
                        "Cảnh báo số " + (number + 1),
                        number % 3 == 0 ? "TUYEN_TRUYEN" : "CANH_BAO",
                        BenchAudience.TEXT,
                        number % 4 == 0 ? "CONGANDT" : "CANHBAO",
                        Utc.column(sent))
                .update();
        long campaign =
                jdbc.sql("SELECT MAX(id) FROM campaign").query(Long.class).single();
        jdbc.sql(
                        "INSERT INTO approval (campaign_id, decision, decided_by, decided_at) VALUES (?, 'APPROVED', 'pheduyet', ?)")
                .params(campaign, Utc.column(sent))
                .update();
        jdbc.sql("""
                INSERT INTO wave (campaign_id, position, status, started_at, expires_at, finished_at)
                VALUES (?, 1, 'FINISHED', ?, ?, ?)
                """)
                .params(
                        campaign,
                        Utc.column(sent),
                        Utc.column(sent.plusSeconds(3600)),
                        Utc.column(sent.plusSeconds(7200)))
                .update();
        return jdbc.sql("SELECT MAX(id) FROM wave").query(Long.class).single();
    }

    private void messages(long wave, long from, long to, Instant sent) {
        // Of 40 messages 33 arrive, one in parts; two are refused, two expire, one is unknown, one suppressed.
        jdbc.sql("""
                INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                    status, expires_at, attempts, submitted_at, final_at)
                SELECT w.id, w.campaign_id, r.id, r.msisdn,
                    CASE MOD(r.id, 10) WHEN 0 THEN 'VIETTEL' WHEN 1 THEN 'VIETTEL' WHEN 2 THEN 'VIETTEL' WHEN 3 THEN 'VINAPHONE'
                        WHEN 4 THEN 'VINAPHONE' WHEN 5 THEN 'VINAPHONE' WHEN 6 THEN 'MOBIFONE' WHEN 7 THEN 'MOBIFONE'
                        WHEN 8 THEN 'VIETNAMOBILE' ELSE 'GMOBILE' END,
                    'CANHBAO', :text, 3,
                    CASE MOD(r.id + 7 * w.id, 40) WHEN 0 THEN 'PARTLY_DELIVERED' WHEN 1 THEN 'FAILED' WHEN 2 THEN 'FAILED'
                        WHEN 3 THEN 'EXPIRED' WHEN 4 THEN 'EXPIRED' WHEN 5 THEN 'UNKNOWN' WHEN 6 THEN 'SUPPRESSED'
                        ELSE 'DELIVERED' END,
                    w.expires_at, 1,
                    CASE WHEN MOD(r.id + 7 * w.id, 40) IN (1, 3, 6) THEN NULL ELSE CAST(:sent AS DATETIME(3)) END,
                    TIMESTAMPADD(SECOND, 1 + MOD(r.id * 31, 97), CAST(:sent AS DATETIME(3)))
                FROM wave w JOIN recipient r ON r.id >= :from AND r.id < :to WHERE w.id = :wave
                """)
                .param("text", BenchAudience.TEXT)
                .param("sent", Utc.column(sent.plusSeconds(5)))
                .param("from", from)
                .param("to", to)
                .param("wave", wave)
                .update();
        jdbc.sql("""
                INSERT INTO message_segment (message_id, segment_no, link, command_status, submitted_at, receipt_state)
                SELECT m.id, 1, 'viettel', CASE WHEN m.status = 'FAILED' AND m.submitted_at IS NULL THEN 11 ELSE 0 END, :sent,
                    CASE m.status WHEN 'DELIVERED' THEN 'DELIVERED' WHEN 'FAILED' THEN 'UNDELIVERABLE' WHEN 'EXPIRED'
                        THEN 'EXPIRED' END
                FROM message m WHERE m.wave_id = :wave AND m.status <> 'SUPPRESSED'
                """)
                .param("sent", Utc.column(sent.plusSeconds(5)))
                .param("wave", wave)
                .update();
        jdbc.sql("""
                INSERT INTO acknowledgement (message_id, campaign_id, inbound_id, msisdn, at, text)
                SELECT m.id, m.campaign_id, 1, m.msisdn, :sent, 'Da nhan' FROM message m
                WHERE m.wave_id = :wave AND m.status = 'DELIVERED' AND MOD(m.recipient_id, 10) = 0
                """)
                .param("sent", Utc.column(sent.plusSeconds(60)))
                .param("wave", wave)
                .update();
    }
}
