package vn.canhbao.report.table;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.canhbao.core.db.SchemaConfiguration;

/** For a JVM of its own with a small heap: fills an H2 file with 500,000 messages and exports them as XLSX and CSV. */
final class HalfAMillionMessages {

    static final int MESSAGES = 500_000;

    private HalfAMillionMessages() {}

    /** {@code folder}: database and files go there. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl("jdbc:h2:file:" + folder.resolve("db").toAbsolutePath()
                    + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CACHE_SIZE=16384");
            source.setUsername("sa");
            var flyway = Flyway.configure().dataSource(source);
            SchemaConfiguration.configure(flyway, false);
            flyway.load().migrate();
            JdbcClient jdbc = JdbcClient.create(source);
            fill(jdbc);
            MessageExport export = new MessageExport(jdbc);
            try (OutputStream out = file(folder.resolve("messages.xlsx"));
                    RowsFile xlsx = new XlsxFile(out)) {
                System.out.println("xlsx " + export.write(1, UnaryOperator.identity(), xlsx));
            }
            try (OutputStream out = file(folder.resolve("messages.csv"));
                    RowsFile csv = new CsvFile(out, false)) {
                System.out.println("csv " + export.write(1, UnaryOperator.identity(), csv));
            }
        }
    }

    private static OutputStream file(Path path) throws Exception {
        return new BufferedOutputStream(Files.newOutputStream(path));
    }

    private static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                    unanswered_policy, status, created_by, created_at)
                VALUES ('Cảnh báo', 'CANH_BAO', 'x', 'ACCENTED', 'CV', 'CONGANDT', 3600, 'KEEP', 'FINISHED', 'a', NOW())
                """).update();
        jdbc.sql("INSERT INTO wave (campaign_id, position, status, started_at) VALUES (1, 1, 'FINISHED', NOW())")
                .update();
        for (int from = 0; from < MESSAGES; from += 50_000) {
            jdbc.sql("""
                    INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text,
                        segments, status, expires_at, attempts, link, submitted_at, final_at, detail)
                    SELECT 1, 1, "X", CAST(84960000000 + "X" AS VARCHAR), 'VIETTEL', 'CONGANDT', 'x', 2, 'DELIVERED', NOW(),
                        1, 'viettel', NOW(), NOW(), '=1+1'
                    FROM SYSTEM_RANGE(?, ?)
                    """).params(from, from + 49_999).update();
        }
    }
}
