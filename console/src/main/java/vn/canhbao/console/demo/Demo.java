package vn.canhbao.console.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.canhbao.console.Startup;
import vn.canhbao.console.security.Accounts;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.ClockConfiguration;

/** {@code demo [--keep]}: imports the sample list, drafts, approves and sends one wave, and prints who was reached. */
public final class Demo {

    private static final Duration LATE_RECEIPTS = Duration.ofSeconds(4);
    private static final String TEXT =
            "Cảnh báo: Cơ quan Công an KHÔNG làm việc, lấy lời khai qua điện thoại, mạng xã hội. Không cung cấp mã OTP, "
                    + "không chuyển tiền theo yêu cầu. Gặp nghi vấn báo ngay Công an nơi gần nhất.";

    private final PrintStream out;
    private final DemoProgress progress;
    private final String run;
    private DemoClient author;
    private DemoClient approver;
    private String authorName = "soanthao";
    private String approverName = "pheduyet";

    private Demo(PrintStream out, boolean terminal, Instant now) {
        this.out = out;
        this.progress = new DemoProgress(out, terminal);
        this.run = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss")
                .withZone(ClockConfiguration.LOCAL)
                .format(now);
    }

    /** Runs the demonstration and ends the process, with {@code --keep} only when it is told to. */
    public static void main(String... options) {
        DemoStart start;
        try {
            start = DemoStart.prepare(options);
        } catch (DemoStart.StillRunning running) {
            System.err.println(running.getMessage());
            System.exit(1);
            return;
        }
        System.out.println("canhbao demo: khởi động trên cơ sở dữ liệu nhúng và tổng đài mô phỏng… (starting)");
        start.notes().forEach(System.out::println);
        ConfigurableApplicationContext application = Startup.run(start.options().toArray(String[]::new));
        boolean keep = Arrays.asList(options).contains("--keep");
        boolean terminal = System.console() != null && System.console().isTerminal();
        int exitCode = new Demo(
                        System.out,
                        terminal,
                        application.getBean(java.time.Clock.class).instant())
                .tell(application, start, keep);
        if (exitCode != 0 || !keep) {
            application.close();
            System.exit(exitCode);
        }
    }

    private int tell(ConfigurableApplicationContext application, DemoStart start, boolean keep) {
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        try {
            String password = enter(application, port, start.password());
            DemoImport sample = new DemoImport(author, out, progress);
            JsonNode list = sample.run("Cán bộ mẫu " + run);
            sample.suppressSome(application, list.path("id").asLong(), authorName);
            long campaign = sendCampaign(list);
            List<String> wrong = report(campaign, list.path("size").asLong(), start.directory(), port);
            if (keep && wrong.isEmpty()) {
                out.printf(
                        "Vẫn chạy tại http://127.0.0.1:%d, tài khoản %s, %s, giamsat, quantri; mật khẩu: %s. Dừng bằng Ctrl+C (still running; stop it with Ctrl+C).%n",
                        port, authorName, approverName, password);
            } else if (authorName.startsWith("demo-")) {
                application.getBean(Accounts.class).disable(authorName);
                application.getBean(Accounts.class).disable(approverName);
            }
            return wrong.isEmpty() ? 0 : 1;
        } catch (RuntimeException | IOException failure) {
            progress.end();
            System.err.println("Demo dừng (demo failed): " + failure.getMessage() + ". Chi tiết trong "
                    + start.directory().resolve("logs/canhbao.log"));
            org.slf4j.LoggerFactory.getLogger(Demo.class).error("demo failed", failure);
            return 1;
        }
    }

    // A database that was there before has passwords of its own: the demonstration brings two accounts for this run.
    private String enter(ConfigurableApplicationContext application, int port, String password) {
        author = new DemoClient(port, authorName, password);
        approver = new DemoClient(port, approverName, password);
        if (author.mayEnter() && approver.mayEnter()) {
            return password;
        }
        String own = Accounts.randomPassword();
        authorName = "demo-soanthao";
        approverName = "demo-pheduyet";
        application.getBean(Accounts.class).put(authorName, own, Role.AUTHOR);
        application.getBean(Accounts.class).put(approverName, own, Role.APPROVER);
        author = new DemoClient(port, authorName, own);
        approver = new DemoClient(port, approverName, own);
        return own;
    }

    private long sendCampaign(JsonNode list) {
        JsonNode campaign = author.post(
                "/api/v1/campaigns",
                Map.of(
                        "name",
                        "Diễn tập cảnh báo giả danh công an " + run,
                        "messageClass",
                        "CANH_BAO",
                        "text",
                        TEXT,
                        "source",
                        "Công văn số 01/CV-DEMO (mẫu, không phải văn bản thật), Văn phòng tỉnh",
                        "senderId",
                        "CANHBAO",
                        "recipientListIds",
                        List.of(list.path("id").asLong()),
                        "waves",
                        List.of(Map.of("now", true)),
                        "validity",
                        "PT1M"));
        long id = campaign.path("id").asLong();
        String path = "/api/v1/campaigns/" + id;
        JsonNode preview = author.post(path + "/preview");
        out.printf(
                "Tin nhắn: %s, %d đoạn mỗi người (encoding, segments each)%n",
                preview.path("encoding").asString().replace('_', '-'),
                preview.path("segments").asInt());
        author.post(path + "/submit");
        out.printf(
                "%s đã soạn và trình chiến dịch %d cho %d người (drafted and submitted)%n",
                authorName, id, list.path("size").asLong());
        approver.post(path + "/approve");
        out.printf("%s đã phê duyệt; gửi ngay qua SMPP (approved by another person; sending now)%n", approverName);
        JsonNode done = progress.until(
                () -> author.get(path),
                now -> {
                    JsonNode t = now.path("tallies");
                    return "Đang gửi: %d dự kiến, %d chờ gửi, %d chờ báo phát, %d đã phát (planned, pending, submitted, delivered)"
                            .formatted(
                                    t.path("planned").asLong(),
                                    t.path("pending").asLong(),
                                    t.path("submitted").asLong(),
                                    t.path("delivered").asLong());
                },
                now -> List.of("FINISHED", "CANCELLED", "REJECTED")
                        .contains(now.path("status").asString()));
        if (!done.path("status").asString().equals("FINISHED")) {
            throw new IllegalStateException("campaign " + done.path("status").asString());
        }
        awaitLateReceipts(path);
        return id;
    }

    // A message without an answer doesn't hold up the end of a campaign, but its receipt may still be on its way.
    private void awaitLateReceipts(String path) {
        if (author.get(path).path("tallies").path("unanswered").asLong() == 0) {
            return;
        }
        long until = System.nanoTime() + LATE_RECEIPTS.toNanos();
        progress.until(
                () -> author.get(path),
                now -> "Chờ báo phát muộn của %d tin không được trả lời (waiting for late receipts)"
                        .formatted(now.path("tallies").path("unanswered").asLong()),
                now -> System.nanoTime() > until
                        || now.path("tallies").path("unanswered").asLong() == 0);
    }

    private List<String> report(long campaign, long people, Path directory, int port) throws IOException {
        String path = "/api/v1/reports/campaigns/" + campaign;
        JsonNode report = author.get(path);
        DemoTable table = new DemoTable(report);
        out.println();
        out.println(table.text());
        List<String> wrong = table.contradictions(people);
        out.println(
                wrong.isEmpty()
                        ? "Các cột cộng khớp: %d người trong danh sách = %d tin dự kiến = tổng các trạng thái (totals add up)."
                                .formatted(
                                        people,
                                        report.path("total")
                                                .path("tallies")
                                                .path("planned")
                                                .asLong())
                        : "CÁC CỘT KHÔNG KHỚP (totals do NOT add up): " + String.join("; ", wrong));
        Path json = directory.resolve("reports").resolve("campaign-" + campaign + ".json");
        Path csv = json.resolveSibling("campaign-" + campaign + ".csv");
        Files.createDirectories(json.getParent());
        Files.writeString(json, report.toPrettyString() + System.lineSeparator());
        Files.writeString(csv, "\uFEFF" + table.csv());
        out.printf(
                "Báo cáo (report): %s, %s; khi chạy (while running): http://127.0.0.1:%d/campaigns/%d và %s%n",
                csv, json, port, campaign, path);
        return wrong;
    }
}
