package vn.canhbao.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.canhbao.core.db.RowInsert;
import vn.canhbao.core.db.SetBasedWriter;
import vn.canhbao.core.db.Utc;

/** People of 100 communes with numbers of every operator in no order, and campaigns to the first so many of them. */
final class BenchAudience {

    static final String TEXT =
            "Công an tỉnh kính báo ông/bà {{full_name}} ({{unit}}): không chuyển tiền, không cung cấp mã OTP"
                    + " cho người tự xưng cơ quan chức năng. Gặp nghi vấn, báo ngay Công an xã.";

    private static final RowInsert PEOPLE =
            new RowInsert("INSERT INTO recipient (msisdn, full_name, unit_id, attributes, created_at, updated_at)", 6);
    private static final RowInsert MEMBERS =
            new RowInsert("INSERT INTO recipient_list_member (list_id, recipient_id)", 2);
    private static final List<String> FAMILY = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi");
    private static final List<String> MIDDLE = List.of("Văn", "Thị", "Đức", "Ngọc", "Hữu", "Minh");
    private static final List<String> GIVEN =
            List.of("An", "Bình", "Cường", "Dũng", "Hạnh", "Hương", "Lan", "Sơn", "Tú");
    private static final List<String> PREFIXES = List.of("96", "97", "86", "91", "94", "88", "90", "93", "92", "99");
    private static final int UNITS = 100;
    private static final int BLOCK = 1_000;
    // Coprime to ten million: every remainder once, in no order.
    private static final long SPREAD = 7_654_321;

    private final JdbcClient jdbc;
    private final SetBasedWriter writer;
    private final TransactionTemplate transaction;

    BenchAudience(ApplicationContext application) {
        jdbc = application.getBean(JdbcClient.class);
        writer = application.getBean(SetBasedWriter.class);
        transaction = application.getBean(TransactionTemplate.class);
    }

    void add(int people) {
        Object now = Utc.column(Instant.now());
        for (int unit = 1; unit <= UNITS; unit++) {
            jdbc.sql("INSERT INTO unit (name, kind, created_at) VALUES (?, 'COMMUNE', ?)")
                    .params("Xã Tân Lập " + unit, now)
                    .update();
        }
        long firstUnit = jdbc.sql("SELECT MIN(id) FROM unit").query(Long.class).single();
        SplittableRandom random = new SplittableRandom(1);
        for (int from = 0; from < people; from += BLOCK) {
            List<Object[]> rows = new ArrayList<>();
            for (int i = from; i < Math.min(people, from + BLOCK); i++) {
                rows.add(new Object[] {
                    "84" + PREFIXES.get(i % PREFIXES.size()) + "%07d".formatted(i * SPREAD % 10_000_000),
                    any(FAMILY, random) + " " + any(MIDDLE, random) + " " + any(GIVEN, random),
                    firstUnit + random.nextInt(UNITS),
                    "{\"chuc_vu\":\"chuyên viên\"}",
                    now,
                    now
                });
            }
            transaction.executeWithoutResult(status -> writer.insert(PEOPLE, rows));
        }
    }

    private static String any(List<String> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    /** A list of the first so many people; its id. */
    long list(int people) {
        jdbc.sql("INSERT INTO recipient_list (name, created_by, created_at) VALUES (?, 'bench', ?)")
                .params("bench " + people, Utc.column(Instant.now()))
                .update();
        long list =
                jdbc.sql("SELECT MAX(id) FROM recipient_list").query(Long.class).single();
        long first = jdbc.sql("SELECT MIN(id) FROM recipient").query(Long.class).single();
        for (int from = 0; from < people; from += BLOCK) {
            List<Object[]> rows = new ArrayList<>();
            for (int i = from; i < Math.min(people, from + BLOCK); i++) {
                rows.add(new Object[] {list, first + i});
            }
            transaction.executeWithoutResult(status -> writer.insert(MEMBERS, rows));
        }
        return list;
    }

    /** A wave to a list whose time has come; its id. */
    long wave(long list) {
        Instant now = Instant.now();
        jdbc.sql("""
                        INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at)
                        VALUES ('bench', 'CANH_BAO', ?, 'ACCENTED', 'bench', 'CANHBAO', 86400, 'KEEP', 'RUNNING', 'bench', ?)
                        """).params(TEXT, Utc.column(now)).update();
        long campaign =
                jdbc.sql("SELECT MAX(id) FROM campaign").query(Long.class).single();
        jdbc.sql("INSERT INTO campaign_audience (campaign_id, kind, target_id) VALUES (?, 'LIST', ?)")
                .params(campaign, list)
                .update();
        jdbc.sql("""
                        INSERT INTO wave (campaign_id, position, status, started_at, expires_at)
                        VALUES (?, 1, 'PREPARING', ?, ?)
                        """)
                .params(campaign, Utc.column(now), Utc.column(now.plus(Duration.ofDays(1))))
                .update();
        return jdbc.sql("SELECT MAX(id) FROM wave").query(Long.class).single();
    }
}
