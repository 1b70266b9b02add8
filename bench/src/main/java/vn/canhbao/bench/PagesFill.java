package vn.canhbao.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * An office after a large wave: twice as many recipients as messages, a finished campaign with all messages, a draft to
 * everybody, and what else grows: receipts, suppressions, answers, the audit trail. Written by the server from a table of
 * numbers, so that it takes minutes only.
 */
final class PagesFill {

    /** The finished campaign; the draft to everybody is the next one. */
    static final long SENT = 1;

    static final long DRAFT = 2;

    private static final int UNITS = 200;
    private static final int CAMPAIGNS = 300;

    private final Connection database;
    private final int messages;

    PagesFill(Connection database, int messages) {
        this.database = database;
        this.messages = messages;
    }

    void fill() throws SQLException {
        numbers(2 * messages);
        people();
        campaigns();
        messages();
        rest();
        run("DROP TABLE bench_number");
    }

    private void numbers(int most) throws SQLException {
        run("CREATE TABLE bench_number (n INT NOT NULL PRIMARY KEY)");
        run("INSERT INTO bench_number VALUES (0)");
        for (int count = 1; count < most; count *= 2) {
            run("INSERT INTO bench_number SELECT n + %d FROM bench_number WHERE n + %d < %d", count, count, most);
        }
    }

    // Units are of a hundred neighbours, while operators and results go by the last two digits: as in life, neither
    // tells anything of the other.
    private void people() throws SQLException {
        run(
                "INSERT INTO unit (id, name, kind, parent_id, created_at) SELECT n + 1, CONCAT('Xã Tân Lập ', n + 1), 'COMMUNE',"
                        + " CASE WHEN n < 10 THEN NULL ELSE MOD(n, 10) + 1 END, CURRENT_TIMESTAMP FROM bench_number WHERE n < %d",
                UNITS);
        run(
                "INSERT INTO recipient (id, msisdn, full_name, search_name, unit_id, kind, created_at, updated_at) SELECT n + 1,"
                        + " CONCAT('84', CASE MOD(n, 5) WHEN 0 THEN '96' WHEN 1 THEN '91' WHEN 2 THEN '90' WHEN 3 THEN '92' ELSE '99' END,"
                        + " LPAD(CAST(MOD(n * CAST(7654321 AS DECIMAL(20)), 10000000) AS CHAR), 7, '0')),"
                        + " CONCAT('Nguyễn Văn ', n), CONCAT('nguyen van ', n), MOD(FLOOR(n / 100), %d) + 1, 'SUBSCRIBER',"
                        + " CURRENT_TIMESTAMP, CURRENT_TIMESTAMP FROM bench_number",
                UNITS);
        for (String word : List.of("'nguyen'", "'van'", "CAST(n AS CHAR)")) {
            run("INSERT INTO recipient_word (word, recipient_id) SELECT " + word + ", n + 1 FROM bench_number");
        }
        run(
                "INSERT INTO recipient_list (id, name, created_by, created_at) VALUES (1, 'Đợt lớn', 'soanthao', CURRENT_TIMESTAMP),"
                        + " (2, 'Mọi người', 'soanthao', CURRENT_TIMESTAMP)");
        run(
                "INSERT INTO recipient_list_member (list_id, recipient_id) SELECT 1, n + 1 FROM bench_number WHERE n < %d",
                messages);
        run("INSERT INTO recipient_list_member (list_id, recipient_id) SELECT 2, n + 1 FROM bench_number");
        run("INSERT INTO suppression (msisdn, reason, created_by, created_at) SELECT msisdn, 'REFUSED', 'canhbao',"
                + " CURRENT_TIMESTAMP FROM recipient WHERE MOD(id, 100) = 7");
        run(
                "INSERT INTO audience (id, name, definition, created_by, created_at, changed_by, changed_at) VALUES (1,"
                        + " 'Mọi người', '{\"everybody\":true}', 'soanthao', CURRENT_TIMESTAMP, 'soanthao', CURRENT_TIMESTAMP)");
        run(
                "INSERT INTO recipient_import (id, list_id, file_name, stored_file, status, read_rows, accepted, duplicates,"
                        + " rejected, requested_by, started_at, finished_at) VALUES (1, 1, 'a.csv', 'a.csv', 'COMPLETED', %1$d, %1$d, 0, 0,"
                        + " 'soanthao', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)",
                messages);
    }

    // One a day, back from today.
    private void campaigns() throws SQLException {
        run(
                "INSERT INTO campaign (id, name, message_class, text, text_form, source, sender_id, validity_seconds,"
                        + " unanswered_policy, status, created_by, created_at, submitted_by, submitted_at, finished_at)"
                        + " SELECT n + 1, CONCAT('Cảnh báo ', n + 1), 'CANH_BAO', 'Công an tỉnh: không chuyển tiền, không cung cấp mã OTP.',"
                        + " 'ACCENTED', 'CV 12/BC', 'CONGAN', 86400, 'KEEP', CASE n WHEN 1 THEN 'DRAFT' ELSE 'FINISHED' END, 'soanthao',"
                        + " CURRENT_TIMESTAMP, 'soanthao', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP FROM bench_number WHERE n < %d",
                CAMPAIGNS);
        run(
                "INSERT INTO campaign_audience (campaign_id, kind, target_id) SELECT n + 1, 'LIST', CASE n WHEN 1 THEN 2 ELSE 1 END"
                        + " FROM bench_number WHERE n < %d",
                CAMPAIGNS);
        run(
                "INSERT INTO wave (id, campaign_id, position, status, started_at, prepared_at, expires_at, finished_at) SELECT n + 1,"
                        + " n + 1, 1, CASE n WHEN 1 THEN 'SCHEDULED' ELSE 'FINISHED' END, CASE n WHEN 1 THEN NULL ELSE TIMESTAMPADD(DAY, -n, CURRENT_TIMESTAMP) END,"
                        + " NULL, CASE n WHEN 1 THEN NULL ELSE CURRENT_TIMESTAMP END,"
                        + " CASE n WHEN 1 THEN NULL ELSE TIMESTAMPADD(DAY, -n, CURRENT_TIMESTAMP) END"
                        + " FROM bench_number WHERE n < %d",
                CAMPAIGNS);
        run(
                "INSERT INTO wave_minute (wave_id, at_minute, counted_at, planned, pending, submitted, delivered, failed, unclear,"
                        + " left_out, segments) SELECT 1, DATE_ADD('2026-11-20 01:00:00', INTERVAL n MINUTE), DATE_ADD('2026-11-20 01:00:30',"
                        + " INTERVAL n MINUTE), %1$d, %1$d - n * %1$d / 300, 0, n * %1$d / 300, 0, 0, 0, %1$d FROM bench_number WHERE n <= 300",
                messages);
    }

    private void messages() throws SQLException {
        String status = "CASE WHEN MOD(n, 100) < 92 THEN 'DELIVERED' WHEN MOD(n, 100) < 95 THEN 'FAILED'"
                + " WHEN MOD(n, 100) < 97 THEN 'EXPIRED' WHEN MOD(n, 100) < 98 THEN 'UNKNOWN' WHEN MOD(n, 100) < 99 THEN 'SUPPRESSED'"
                + " ELSE 'PARTLY_DELIVERED' END";
        String operator = "CASE MOD(n, 5) WHEN 0 THEN 'VIETTEL' WHEN 1 THEN 'VINAPHONE' WHEN 2 THEN 'MOBIFONE'"
                + " WHEN 3 THEN 'VIETNAMOBILE' ELSE 'GMOBILE' END";
        run(
                "INSERT INTO message (id, wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments, status,"
                        + " expires_at, attempts, link, submitted_at, final_at, detail) SELECT n + 1, 1, 1, r.id, r.msisdn, %s, 'CONGAN',"
                        + " 'Công an tỉnh: không chuyển tiền, không cung cấp mã OTP.', 1 + MOD(n, 2), %s, CURRENT_TIMESTAMP, 1, 'viettel',"
                        + " DATE_ADD('2026-11-20 01:00:00', INTERVAL FLOOR(n / 60) SECOND),"
                        + " DATE_ADD('2026-11-20 01:00:04', INTERVAL FLOOR(n / 60) SECOND), NULL"
                        + " FROM bench_number JOIN recipient r ON r.id = n + 1 WHERE n < %d",
                operator, status, messages);
        run(
                "INSERT INTO message_segment (message_id, segment_no, link, smsc_message_id, id_key, command_status, submitted_at,"
                        + " receipt_state, receipt_error, receipt_at) SELECT n + 1, 1, 'viettel', CONCAT('m', n), CONCAT('m', n),"
                        + " CASE WHEN MOD(n, 200) BETWEEN 92 AND 94 THEN 11 ELSE 0 END,"
                        + " DATE_ADD('2026-11-20 01:00:00', INTERVAL FLOOR(n / 60) SECOND), CASE WHEN MOD(n, 100) < 92 THEN 'DELIVERED'"
                        + " WHEN MOD(n, 200) BETWEEN 92 AND 94 THEN NULL ELSE 'UNDELIVERABLE' END, CASE WHEN MOD(n, 100) < 92 THEN '000' ELSE '006'"
                        + " END, DATE_ADD('2026-11-20 01:00:04', INTERVAL FLOOR(n / 60) SECOND) FROM bench_number WHERE n < %d",
                messages);
        run(
                "INSERT INTO receipt_journal (id, node, link, received_at, source_addr, dest_addr, esm_class, data_coding, short_message,"
                        + " tlvs, smsc_message_id, id_key, state, error) SELECT n + 1, 'a', 'viettel',"
                        + " DATE_ADD('2026-11-20 01:00:04', INTERVAL FLOOR(n / 60) SECOND), '84961234567', 'CONGAN', 4, 0,"
                        + " CAST('id:m sub:001 dlvrd:001 stat:DELIVRD err:000 text:' AS BINARY(60)), CAST('' AS BINARY(1)), CONCAT('m', n), CONCAT('m', n),"
                        + " 'DELIVERED', '000' FROM bench_number WHERE n < %d",
                messages);
    }

    private void rest() throws SQLException {
        run("INSERT INTO receipt_watermark (link, node, journal_id) VALUES ('viettel', 'a', %d)", messages);
        run(
                "INSERT INTO inbound_message (link, received_at, source_addr, dest_addr, text, segments, total, kind, action) SELECT"
                        + " 'viettel', CURRENT_TIMESTAMP, r.msisdn, '8188', 'DA DOC', 1, 1, 'REPLY', 'KEPT' FROM recipient r WHERE r.id <= %d",
                messages / 20);
        run(
                "INSERT INTO audit_trail (at, actor, action, subject, detail) SELECT CURRENT_TIMESTAMP, 'soanthao', 'CAMPAIGN_DRAFTED',"
                        + " CONCAT('campaign ', n), 'x' FROM bench_number WHERE n < %d",
                messages / 5);
        if (database.getMetaData().getURL().startsWith("jdbc:mysql")) {
            run("ANALYZE TABLE recipient, recipient_list_member, message, message_segment, receipt_journal");
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(values.length == 0 ? sql : String.format(Locale.ROOT, sql, values));
        }
    }
}
