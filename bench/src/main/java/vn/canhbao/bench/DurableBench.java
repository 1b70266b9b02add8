package vn.canhbao.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.message.MessageStatus;
import vn.canhbao.core.message.PreparedMessage;
import vn.canhbao.core.message.PreparedMessages;
import vn.canhbao.core.message.Tallies;
import vn.canhbao.core.message.TallyReader;
import vn.canhbao.gateway.receipt.Reception;
import vn.canhbao.gateway.smpp.simulator.SimulatorSettings;

/**
 * Durable throughput: messages a second from READY to a tally that counts them delivered, each claim, outcome and receipt
 * committed; beside raw jSMPP on the same SMSC, in the same run.
 */
final class DurableBench {

    static final String TEXT =
            "Canh bao: khong chuyen tien, khong cung cap ma OTP. Gap nghi van bao ngay Cong an noi gan nhat.";
    static final String SENDER = "CANHBAO";
    static final String SYSTEM_ID = "viettel";
    private static final int WARM_UP = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final BenchOptions options;

    DurableBench(BenchOptions options) {
        this.options = options;
    }

    /** @param thirds messages a second in the first, second and last third, by receipts */
    record Result(
            BenchOptions options,
            double perSecond,
            double rawPerSecond,
            List<Double> thirds,
            long heapMb,
            Tallies tallies) {

        boolean complete() {
            return tallies.delivered() == tallies.planned();
        }

        String table() {
            return """

                    Thông lượng bền vững (durable throughput), %s, %,d tin 1 đoạn (single-segment messages), window %d
                      qua cả đường: nhận việc, submit_sm, kết quả, biên nhận, bảng tổng   %,10.0f /s
                      từng phần ba (thirds)                                      %,10.0f %,.0f %,.0f /s
                      jSMPP trần (raw jSMPP, nothing kept)                                %,10.0f /s
                      tỉ lệ (ratio)                                                       %10.2f
                      heap cao nhất (peak heap)                                           %,10d MB
                      đã giao (delivered) %,d / %,d
                    """.formatted(
                            options.database(),
                            options.messages(),
                            options.window(),
                            perSecond,
                            thirds.get(0),
                            thirds.get(1),
                            thirds.get(2),
                            rawPerSecond,
                            perSecond / rawPerSecond,
                            heapMb,
                            tallies.delivered(),
                            tallies.planned());
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"bench\":\"durable\",\"db\":\"%s\",\"messages\":%d,\"window\":%d,\"perSecond\":%.0f,\"thirds\":[%.0f,%.0f,%.0f],"
                            + "\"rawJsmppPerSecond\":%.0f,\"ratio\":%.3f,\"heapMb\":%d,\"delivered\":%d}",
                    options.database().name().toLowerCase(Locale.ROOT),
                    options.messages(),
                    options.window(),
                    perSecond,
                    thirds.get(0),
                    thirds.get(1),
                    thirds.get(2),
                    rawPerSecond,
                    perSecond / rawPerSecond,
                    heapMb,
                    tallies.delivered());
        }
    }

    Result run() throws Exception {
        Path scratch = Files.createTempDirectory("canhbao-bench");
        try (SimulatorProcess smsc = SimulatorProcess.start()) {
            say("SMSC giả lập ở cổng %d; jSMPP trần…", smsc.port());
            RawJsmpp.perSecond(smsc.port(), WARM_UP, options.window());
            double raw = RawJsmpp.perSecond(smsc.port(), options.messages(), options.window());
            say("jSMPP trần: %,.0f /s; khởi động cơ sở dữ liệu %s…", raw, options.database());
            try (ConfigurableApplicationContext application = start(smsc.port(), scratch)) {
                send(application, WARM_UP);
                resetPeaks();
                Run run = send(application, options.messages());
                return new Result(options, run.perSecond(), raw, run.thirds(), peakHeapMb(), run.tallies());
            }
        } finally {
            delete(scratch);
        }
    }

    private record Run(double perSecond, List<Double> thirds, Tallies tallies) {}

    private Run send(ConfigurableApplicationContext application, int messages) throws InterruptedException {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        Reception.Counts receipts = application.getBean(Reception.class).counts("bench");
        long wave = prepare(application, jdbc, messages);
        say("%,d tin đã sẵn sàng (ready); gửi…", messages);
        long before = receipts.received().sum();
        long started = System.nanoTime();
        List<Long> marks = new ArrayList<>();
        jdbc.sql("UPDATE wave SET status = 'RUNNING' WHERE id = ?").param(wave).update();
        long deadline = started + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            long got = receipts.received().sum() - before;
            while (marks.size() < 2 && got >= (long) messages * (marks.size() + 1) / 3) {
                marks.add(System.nanoTime());
            }
            // The tally is asked only near the end: a count of all rows a few times a second would be measured too.
            if (got >= messages
                    && application.getBean(TallyReader.class).ofWave(wave).delivered() == messages) {
                break;
            }
            Thread.sleep(5);
        }
        long ended = System.nanoTime();
        Tallies tallies = application.getBean(TallyReader.class).ofWave(wave);
        jdbc.sql("UPDATE wave SET status = 'FINISHED' WHERE id = ?").param(wave).update();
        while (marks.size() < 2) {
            marks.add(ended);
        }
        double third = messages / 3.0;
        return new Run(
                messages / seconds(started, ended),
                List.of(
                        third / seconds(started, marks.get(0)),
                        third / seconds(marks.get(0), marks.get(1)),
                        third / seconds(marks.get(1), ended)),
                tallies);
    }

    private static double seconds(long from, long to) {
        return Math.max(1, to - from) / 1e9;
    }

    private static long prepare(ConfigurableApplicationContext application, JdbcClient jdbc, int messages) {
        Instant now = Instant.now();
        jdbc.sql("""
                        INSERT INTO campaign (name, message_class, text, text_form, source, sender_id, validity_seconds,
                            unanswered_policy, status, created_by, created_at)
                        VALUES ('bench', 'CANH_BAO', ?, 'ACCENTED', 'bench', ?, 86400, 'KEEP', 'RUNNING', 'bench', ?)
                        """).params(TEXT, SENDER, Utc.column(now)).update();
        long campaign =
                jdbc.sql("SELECT MAX(id) FROM campaign").query(Long.class).single();
        jdbc.sql("INSERT INTO wave (campaign_id, position, status) VALUES (?, 1, 'PREPARING')")
                .param(campaign)
                .update();
        long wave = jdbc.sql("SELECT MAX(id) FROM wave").query(Long.class).single();
        PreparedMessages prepared = application.getBean(PreparedMessages.class);
        for (int from = 0; from < messages; from += 1_000) {
            List<PreparedMessage> block = new ArrayList<>();
            for (int i = from; i < Math.min(messages, from + 1_000); i++) {
                block.add(new PreparedMessage(
                        wave,
                        campaign,
                        i,
                        msisdn(i),
                        "VIETTEL",
                        SENDER,
                        TEXT,
                        1,
                        MessageStatus.READY,
                        now.plus(Duration.ofDays(1)),
                        null));
            }
            prepared.add(block);
        }
        return wave;
    }

    static String msisdn(int i) {
        return "8496%07d".formatted(i % 10_000_000);
    }

    private ConfigurableApplicationContext start(int smscPort, Path scratch) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "canhbao.links.bench.host", "127.0.0.1",
                "canhbao.links.bench.port", smscPort,
                "canhbao.links.bench.system-id", SYSTEM_ID,
                "canhbao.links.bench.password", SimulatorSettings.EMBEDDED_PASSWORD,
                "canhbao.links.bench.window", options.window(),
                "spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED",
                "spring.batch.job.enabled", "false",
                "spring.quartz.auto-startup", "false",
                "logging.level.root", "WARN",
                "spring.main.banner-mode", "off"));
        properties.put("camel.main.autoStartup", "true");
        if (options.database() == BenchOptions.Database.H2) {
            properties.put(
                    "spring.datasource.url",
                    "jdbc:h2:file:" + scratch.resolve("bench") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0");
        } else if (System.getProperty("spring.datasource.url") == null
                && System.getenv("SPRING_DATASOURCE_URL") == null) {
            MySQLContainer mysql =
                    new MySQLContainer(DockerImageName.parse(System.getProperty("canhbao.mysql-image", "mysql:9.7"))
                            .asCompatibleSubstituteFor("mysql"));
            mysql.start();
            properties.put("spring.datasource.url", mysql.getJdbcUrl());
            properties.put("spring.datasource.username", mysql.getUsername());
            properties.put("spring.datasource.password", mysql.getPassword());
        }
        String[] arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(BenchApplication.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakHeapMb() {
        return heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1024 * 1024);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static void say(String format, Object... values) {
        System.out.println("… " + format.formatted(values));
    }
}
