package vn.canhbao.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.canhbao.report.table.CsvFile;
import vn.canhbao.report.table.MessageExport;
import vn.canhbao.report.table.RowsFile;
import vn.canhbao.report.table.XlsxFile;

/** Rows a second of a campaign's messages from the table into a file, as {@code …/messages.xlsx} streams them. */
final class XlsxBench {

    private final BenchOptions options;

    XlsxBench(BenchOptions options) {
        this.options = options;
    }

    ExportReport run() throws Exception {
        Path scratch = Files.createTempDirectory("canhbao-bench-export");
        DurableBench.say("khởi động cơ sở dữ liệu %s…", options.database());
        try (BenchDatabase database = BenchDatabase.start(options.database());
                var application = BenchContext.start(ExportApplication.class, database, Map.of())) {
            DurableBench.say("tạo %,d tin (filling)…", options.messages());
            fill(application.getBean(JdbcClient.class), options.messages());
            // As its database does by itself within seconds: without figures of the table MySQL sorts the wave for each
            // page.
            application.getBean(JdbcTemplate.class).execute("ANALYZE TABLE message");
            return exported(application, scratch.resolve("messages" + (options.workbook() ? ".xlsx" : ".csv")));
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private ExportReport exported(ApplicationContext application, Path file) throws IOException {
        MessageExport export = application.getBean(MessageExport.class);
        System.gc();
        PeakHeap heap = PeakHeap.fromNow();
        CpuMeter cpu = new CpuMeter(Map.of("export", ProcessHandle.current()));
        long started = System.nanoTime();
        long rows;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                RowsFile table = options.workbook() ? new XlsxFile(out) : new CsvFile(out, false)) {
            rows = export.write(1, UnaryOperator.identity(), table);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new ExportReport(
                options,
                rows,
                rows / seconds,
                Files.size(file) / 1024,
                heap.megabytes(),
                Runtime.getRuntime().maxMemory() / 1024 / 1024,
                cpu.perThousand((int) rows));
    }

    // Delivered messages of one wave, a detail on each: what makes a row as long as it gets. Each statement doubles
    // them.
    private static void fill(JdbcClient jdbc, int messages) {
        jdbc.sql("""
                INSERT INTO campaign (id, name, message_class, text, text_form, source, sender_id, validity_seconds,
                    unanswered_policy, status, created_by, created_at)
                VALUES (1, 'bench', 'CANH_BAO', 'x', 'ACCENTED', 'bench', 'CANHBAO', 3600, 'KEEP', 'FINISHED', 'bench', NOW())
                """).update();
        jdbc.sql("INSERT INTO wave (id, campaign_id, position, status, started_at) VALUES (1, 1, 1, 'FINISHED', NOW())")
                .update();
        jdbc.sql("""
                INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments, status,
                    expires_at, attempts, link, submitted_at, final_at, detail)
                VALUES (1, 1, 0, '84960000000', 'VIETTEL', 'CANHBAO', 'x', 2, 'DELIVERED', NOW(), 1, 'viettel', NOW(), NOW(),
                    '=id:0123456789 sub:001 dlvrd:001')
                """).update();
        for (int have = 1; have < messages; have *= 2) {
            jdbc.sql("""
                    INSERT INTO message (wave_id, campaign_id, recipient_id, msisdn, operator_code, sender_id, text, segments,
                        status, expires_at, attempts, link, submitted_at, final_at, detail)
                    SELECT 1, 1, recipient_id + ?, CONCAT('', 84960000000 + recipient_id + ?), operator_code, sender_id, text,
                        segments, status, expires_at, attempts, link, submitted_at, final_at, detail
                    FROM message WHERE recipient_id + ? < ?
                    """).params(have, have, have, messages).update();
        }
    }
}
